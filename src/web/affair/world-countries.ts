/** The countries of the world as shapes, loaded when a map is first shown. */
import { geoArea } from "d3-geo";
import type { Feature, Geometry } from "geojson";
import type { GeometryCollection, Topology } from "topojson-specification";

export interface Country {
  id: string;
  /** ISO 3166-1 alpha-2; undefined for what has none. */
  code: string | undefined;
  shape: Feature<Geometry>;
}

let countries: Promise<Country[]> | undefined;

/** Natural Earth at 1:110 million, in the public domain, by world-atlas; codes by i18n-iso-countries. */
export function loadCountries(): Promise<Country[]> {
  countries ??= build().catch((error: unknown) => {
    countries = undefined;
    throw error;
  });
  return countries;
}

async function build(): Promise<Country[]> {
  const [{ feature }, atlas, codes] = await Promise.all([
    import("topojson-client"),
    import("world-atlas/countries-110m.json"),
    import("i18n-iso-countries/codes.json"),
  ]);
  const alpha2 = new Map((codes.default as string[][]).map(([two, , numeric]) => [numeric, two]));
  const topology = atlas.default as unknown as Topology<{ countries: GeometryCollection }>;
  return feature(topology, topology.objects.countries).features.map((shape, index) => ({
    id: `${String(shape.id)}-${index}`,
    code: alpha2.get(String(shape.id).padStart(3, "0")),
    shape,
  }));
}

/** The largest part of a shape, by its area on the globe. */
export function findMainland(shape: Geometry): Geometry {
  if (shape.type !== "MultiPolygon") return shape;
  const parts = shape.coordinates.map((coordinates): Geometry => ({ type: "Polygon", coordinates }));
  return parts.reduce((largest, part) => (geoArea(part) > geoArea(largest) ? part : largest));
}
