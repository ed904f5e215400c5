/** The largest of numbers, 0 where there are none. A loop: calling a function for each takes a new process many times as long. */
export function findLargest(numbers: Uint8Array | Uint16Array): number {
  let largest = 0;
  for (let i = 0; i < numbers.length; i++) if (numbers[i] > largest) largest = numbers[i];
  return largest;
}
