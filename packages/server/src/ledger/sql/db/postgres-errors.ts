/** The database's address as it may be shown: without user and password. Null where it is none. */
export function addressOf(url: string): string | null {
  try {
    const { protocol, host, hostname, pathname, searchParams } = new URL(url);
    if (!/^postgres(ql)?:$/.test(protocol)) return null;
    const where = hostname === '' ? (searchParams.get('host') ?? 'localhost') : host;
    return `${where}${pathname}`;
  } catch {
    // Not even a URL: the caller says what one looks like.
    return null;
  }
}

const facts = (error: unknown): { code: string; message: string } => {
  // A host with several addresses gives an AggregateError that holds one for each.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  if (!(first instanceof Error)) return { code: '', message: String(first) };
  const code: unknown = Reflect.get(first, 'code');
  return { code: typeof code === 'string' ? code : '', message: first.message };
};

/** By the system's codes and by SQLSTATE, never by a message's words. */
const sentences: Record<string, (address: string) => string> = {
  ECONNREFUSED: (a) => `nothing answers at ${a}. Start Postgres there, or correct the address`,
  ENOTFOUND: (a) => `the host of ${a} is unknown. Correct the address`,
  EAI_AGAIN: (a) => `the host of ${a} is unknown just now. Correct the address, or try again`,
  EHOSTUNREACH: (a) => `the host of ${a} cannot be reached`,
  ENETUNREACH: (a) => `the host of ${a} cannot be reached`,
  ETIMEDOUT: (a) => `${a} does not answer in time`,
  ENOENT: (a) => `there is no Postgres socket for ${a}. Start Postgres, or correct the address`,
  ECONNRESET: (a) => `the connection to ${a} broke. Try again`,
  EPIPE: (a) => `the connection to ${a} broke. Try again`,
  '3D000': (a) => `there is no such database: ${a}. Create it, or correct the address`,
  '28P01': (a) => `user or password for ${a} are wrong`,
  '28000': (a) => `the user may not connect to ${a}`,
  '42501': (a) => `the user may not do this in ${a}. Grant it create on the database`,
  '53300': (a) => `${a} has too many connections`,
  '57P01': (a) => `${a} is being shut down. Try again`,
  '57P02': (a) => `${a} crashed. Try again`,
  '57P03': (a) => `${a} is starting or stopping. Try again`,
};

/** node-postgres gives these no code. */
const withoutCode = /timeout exceeded|Connection terminated|password must be a string|SSL/;

/** What is wrong with the database, in one sentence that names the setting; null where it is not the database. */
export function sentenceOf(error: unknown, address: string | null): string | null {
  const { code, message } = facts(error);
  const where = address ?? 'the database';
  const known = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  if (known) return `DATABASE_URL: ${known(where)}.`;
  if (code.startsWith('08') || (code === '' && withoutCode.test(message)))
    return `DATABASE_URL: ${where} cannot be used (${message}).`;
  return null;
}
