/**
 * Makes text safe to show in a terminal: whatever could move the cursor, change colours or turn the direction of other
 * words is shown as a sign of its own. Tabs and line breaks stay.
 */
export function makeHarmless(text: string): string {
  return text.replace(HARMFUL, (character) => {
    const unit = character.charCodeAt(0);
    if (unit < 0x20) return String.fromCharCode(0x2400 + unit);
    return unit === 0x7f ? "\u2421" : "\ufffd";
  });
}

// C0 and C1 controls, the marks that override or isolate direction, and halves of surrogate pairs.
const HARMFUL = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;
