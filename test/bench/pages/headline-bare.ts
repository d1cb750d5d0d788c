/** The same page with nothing but connect-js. */
import { loadConnectAndInitialize } from '@stripe/connect-js';
import { figures } from './headline.ts';

async function fetchClientSecret(): Promise<string> {
  const answer = await fetch('/express/account-session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  });
  const { client_secret: secret }: { client_secret: string } = await answer.json();
  return secret;
}

const connect = loadConnectAndInitialize({ publishableKey: 'pk_test_sandbox', fetchClientSecret });
document.body.append(connect.create('balances'));
figures();
