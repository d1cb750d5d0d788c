/** 128 random bits in hexadecimal. `crypto.randomUUID` is missing in pages that were not served over TLS. */
export const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
