// Typed arrays that grow: the next capacity, and the same column with more room. Amortised constant per element.
// Not for what the columns hold.

/** A capacity of at least `needed`, a power of two, so that growing costs a constant per element. */
export function roomFor(needed: number): number {
  let capacity = 16;
  while (capacity < needed) capacity *= 2;
  return capacity;
}

export function widenFloats(old: Float64Array<ArrayBuffer>, capacity: number): Float64Array<ArrayBuffer> {
  const wide = new Float64Array(capacity);
  wide.set(old);
  return wide;
}

export function widenWords(old: Uint32Array<ArrayBuffer>, capacity: number): Uint32Array<ArrayBuffer> {
  const wide = new Uint32Array(capacity);
  wide.set(old);
  return wide;
}

export function widenBytes(old: Uint8Array<ArrayBuffer>, capacity: number): Uint8Array<ArrayBuffer> {
  const wide = new Uint8Array(capacity);
  wide.set(old);
  return wide;
}
