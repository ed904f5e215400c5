/** Saves a chart of the page as a file: the same shapes and colours, needing no style sheet. */

const KEPT_STYLES = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "opacity",
  "font-family", "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline", "paint-order",
]; // biome-ignore format: by rows

/** Pixels of a saved picture for each of the chart's own: sharp in print. */
const PNG_SCALE = 2;

/** The chart as a document of its own, in the colours that it is seen in. */
function serialise(svg: SVGSVGElement): { text: string; width: number; height: number } {
  const { width, height } = svg.viewBox.baseVal;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")];
  for (const [index, original] of originals.entries()) {
    const styles = getComputedStyle(original);
    for (const name of KEPT_STYLES) copies[index].setAttribute(name, styles.getPropertyValue(name));
    copies[index].removeAttribute("class");
    copies[index].removeAttribute("style");
  }
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", groundOf(svg));
  copy.prepend(ground);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

/** The colour behind an element: that of the nearest one that has any. */
function groundOf(element: Element): string {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (colour !== "rgba(0, 0, 0, 0)" && colour !== "transparent") return colour;
  }
  return "#fff";
}

export function saveFile(content: Blob, name: string): void {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(content);
  anchor.download = name;
  anchor.click();
  // The browser has taken the content by then.
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
}

export function saveSvg(svg: SVGSVGElement, name: string): void {
  saveFile(new Blob([serialise(svg).text], { type: "image/svg+xml" }), `${name}.svg`);
}

/** @throws {Error} where the browser cannot draw it. */
export async function savePng(svg: SVGSVGElement, name: string): Promise<void> {
  const { text, width, height } = serialise(svg);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * PNG_SCALE;
  canvas.height = height * PNG_SCALE;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("The browser could not draw the chart.");
  saveFile(blob, `${name}.png`);
}
