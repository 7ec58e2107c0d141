/** Appends the UTF-8 form of a code point to `bytes`. The code point must be a Unicode scalar value. */
export function appendCodePoint(bytes: number[], codePoint: number): void {
  if (codePoint < 0x80) bytes.push(codePoint);
  else if (codePoint < 0x800) bytes.push(0xc0 | (codePoint >> 6), 0x80 | (codePoint & 0x3f));
  else if (codePoint < 0x10000)
    bytes.push(0xe0 | (codePoint >> 12), 0x80 | ((codePoint >> 6) & 0x3f), 0x80 | (codePoint & 0x3f));
  else {
    bytes.push(
      0xf0 | (codePoint >> 18),
      0x80 | ((codePoint >> 12) & 0x3f),
      0x80 | ((codePoint >> 6) & 0x3f),
      0x80 | (codePoint & 0x3f),
    );
  }
}

/** The number of bytes that a leading byte announces, or 0 when it cannot lead. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

const smallest = [0, 0, 0x80, 0x800, 0x10000];

/** The text that the bytes encode, or undefined when they are no valid UTF-8 (overlong forms and surrogates included). */
export function decodeUtf8(bytes: readonly number[]): string | undefined {
  let text = "";
  for (let index = 0; index < bytes.length;) {
    const lead = bytes[index] ?? 0;
    const length = sequenceLength(lead);
    if (length === 0 || index + length > bytes.length) return undefined;
    let codePoint = length === 1 ? lead : lead & (0x7f >> length);
    for (let offset = 1; offset < length; offset += 1) {
      const next = bytes[index + offset] ?? 0;
      if ((next & 0xc0) !== 0x80) return undefined;
      codePoint = (codePoint << 6) | (next & 0x3f);
    }
    if (codePoint < (smallest[length] ?? 0) || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint < 0xe000))
      return undefined;
    text += String.fromCodePoint(codePoint);
    index += length;
  }
  return text;
}
