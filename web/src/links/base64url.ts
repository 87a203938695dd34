// Bytes to base64url without padding and back, for the fragment of an address.
// Not for: deflate or what the bytes mean, see share_link.ts.

// String.fromCharCode takes its bytes as arguments; engines allow at least this many.
const kChunk = 0x2000;

export function encodeBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += kChunk) {
    binary += String.fromCharCode(...bytes.subarray(at, at + kChunk));
  }
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Null where the text is not base64url. */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
