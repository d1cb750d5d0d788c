/** Answers in place of the server's, where a test needs one that the in-page host cannot give. */
import type { AccountAnswer } from '@express-elements/contract';
import type { TestHost } from './host.ts';

type Answerer = NonNullable<TestHost['answer']>;
type Route = (request: Request, real: () => Promise<Response>) => Promise<Response>;

/** The given routes by hand, all others by the server. */
export const answered =
  (routes: Readonly<Record<string, Route>>): Answerer =>
  (request, real) => {
    const path = new URL(request.url).pathname.replace(/^\/express/, '');
    return routes[path]?.(request, real) ?? real();
  };

/** `/account` with other capabilities. */
export const anEndpoint =
  (capabilities: Partial<AccountAnswer['capabilities']>): Route =>
  async (_request, real) => {
    const response = await real();
    if (!response.ok) return response;
    const answer: AccountAnswer = await response.json();
    const changed = { ...answer, capabilities: { ...answer.capabilities, ...capabilities } };
    return Response.json(changed, { headers: response.headers });
  };

/** An answer of the contract's for the host's account. */
export const ofAccount = (host: TestHost, body: BodyInit | null, type: string): Response =>
  new Response(body, {
    headers: {
      'Content-Type': type,
      'Express-Account': host.signIn.account,
      'Express-Now': String(host.sandbox.now()),
    },
  });

/** An error as the contract has it. */
export const anError =
  (status: number, code: string): Route =>
  async () =>
    Response.json(
      { error: { type: 'api', code, message: 'As the test wants it.', request_id: 'req_test' } },
      { status, headers: { 'Request-Id': 'req_test' } },
    );

/** `/live` in the test's hand. */
export function aStream() {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let id = 0;
  return {
    isOpen: () => controller !== null,
    answer:
      (host: TestHost): Route =>
      async (request) => {
        const body = new ReadableStream<Uint8Array>({
          start(made) {
            controller = made;
            request.signal.addEventListener('abort', () => (controller = null));
          },
        });
        return ofAccount(host, body, 'text/event-stream');
      },
    send(topic: string) {
      const text = `id: ${(id += 1)}\nevent: ${topic}\ndata: {"at":1}\n\n`;
      controller?.enqueue(new TextEncoder().encode(text));
    },
  };
}
