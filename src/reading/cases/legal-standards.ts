/** How much must be proved: phrases of the law, longest first, as lower-case words; the value is what a case gives. */
export const STANDARDS: readonly [phrase: readonly string[], standard: string][] = (
  [
    ["realistic prospect of conviction", "realistic prospect of conviction"],
    ["proof beyond reasonable doubt", "beyond reasonable doubt"],
    ["beyond a reasonable doubt", "beyond reasonable doubt"],
    ["beyond any reasonable doubt", "beyond reasonable doubt"],
    ["beyond all reasonable doubt", "beyond reasonable doubt"],
    ["beyond reasonable doubt", "beyond reasonable doubt"],
    ["balance of probabilities", "balance of probabilities"],
    ["balance of probability", "balance of probabilities"],
    ["preponderance of the evidence", "preponderance of the evidence"],
    ["preponderance of evidence", "preponderance of the evidence"],
    ["clear and convincing evidence", "clear and convincing evidence"],
    ["serious reasons for considering", "serious reasons for considering"],
    ["comfortable satisfaction", "comfortable satisfaction"],
    ["comfortably satisfied", "comfortable satisfaction"],
    ["reasonable grounds", "reasonable grounds"],
    ["reasonable suspicion", "reasonable suspicion"],
    ["substantial grounds", "substantial grounds"],
    ["sufficient grounds", "sufficient grounds"],
    ["probable cause", "probable cause"],
    ["well-founded fear", "well-founded fear"],
    ["well founded fear", "well-founded fear"],
    ["manifestly unfounded", "manifestly unfounded"],
    ["manifestly ill-founded", "manifestly unfounded"],
    ["prima facie", "prima facie"],
  ] as [string, string][]
).map(([phrase, standard]) => [phrase.split(" "), standard]);
