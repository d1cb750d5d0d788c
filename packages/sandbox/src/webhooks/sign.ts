/** Stripe's webhook signature: HMAC-SHA256 over `t.body`, by WebCrypto, so that it works in a page too. */

const encoder = new TextEncoder();

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param time Unix seconds by the wall @returns the value of `Stripe-Signature` */
export async function signatureOf(body: string, secret: string, time: number): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
    'sign',
  ]);
  const signed = await crypto.subtle.sign('HMAC', key, encoder.encode(`${time}.${body}`));
  return `t=${time},v1=${hex(signed)}`;
}
