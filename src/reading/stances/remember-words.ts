/** Words remembered before the memory starts anew. */
const MOST_REMEMBERED = 30_000;

/** The same function of a word, which is asked only once of each: the words of reports come again and again. */
export function rememberWords<Answer>(ask: (word: string) => Answer): (word: string) => Answer {
  const remembered = new Map<string, Answer>();
  return (word) => {
    let answer = remembered.get(word);
    if (answer === undefined) {
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      answer = ask(word);
      remembered.set(word, answer);
    }
    return answer;
  };
}
