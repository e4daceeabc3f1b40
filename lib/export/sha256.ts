/** The SHA-256 checksum of bytes in hex; empty on a page served without TLS, where browsers compute none. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const {subtle} = crypto as Partial<Crypto>;
  if (!subtle) return "";
  const digest = await subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
