/** Numbers sets of labels in the order of their first appearance; number 0 is the empty set. */
export class ChoiceNumbering {
  readonly choices: (readonly number[])[] = [[]];
  readonly #numbers = new Map<string, number>([["", 0]]);

  toChoice(labels: Iterable<number>): number {
    const sorted = [...new Set(labels)].sort((a, b) => a - b);
    const key = sorted.join(" ");
    let choice = this.#numbers.get(key);
    if (choice === undefined) {
      choice = this.choices.push(sorted) - 1;
      this.#numbers.set(key, choice);
    }
    return choice;
  }
}
