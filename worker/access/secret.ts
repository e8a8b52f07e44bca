const encoder = new TextEncoder();

/** Lower-case hexadecimal SHA-256 of bytes or of a text's UTF-8. */
export async function sha256Hex(data: Uint8Array | string): Promise<string> {
  const bytes = typeof data === "string" ? encoder.encode(data) : data;
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}

/** A new secret: a prefix that scanners can recognise and 256 random bits in base64url. */
export function newSecret(prefix: "ikw_" | "iks_"): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return prefix + bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}
