import type { AccountRecord } from '../../world/records.ts';
import { changeAccount } from '../../world/rules/accounts.ts';
import { effectiveComponents } from '../components.ts';
import { changesOf } from '../diff.ts';
import { invalid, noSuch } from '../errors.ts';
import { grants } from '../grants.ts';
import { page, pageShape } from '../lists.ts';
import { accountObject } from '../objects/accounts.ts';
import { mergeMetadata, metadata, object, optional, range, string, text } from '../params.ts';
import { route } from '../route.ts';
import { anyValue, namedAccount } from './named-account.ts';

const profileShape = object({
  name: optional(text(200)),
  product_description: optional(text(2000)),
  support_email: optional(text(200)),
  support_phone: optional(text(40)),
  url: optional(text(500)),
});

export const accountRoutes = [
  route(
    'POST /v1/account_sessions',
    { account: string, components: anyValue },
    (context, sent) => {
      const book = context.world.find(sent.account);
      if (!book || book.account.platform) throw noSuch('account', sent.account, 'account', 400);
      const components = effectiveComponents(sent.components);
      const session = context.sessions.create(book.id, components, context.wall);
      return {
        object: 'account_session',
        account: book.id,
        client_secret: session.secret,
        components,
        expires_at: session.expiresAt,
        livemode: false,
      };
    },
    { scope: 'platform', writes: false },
  ),

  route('GET /v1/account', {}, ({ book }) => accountObject(book.account), {
    grants: grants.seeAccount,
  }),

  route(
    'GET /v1/accounts',
    { ...pageShape, created: optional(range) },
    ({ world }, sent) =>
      page(
        sent,
        {
          url: '/v1/accounts',
          what: 'account',
          length: world.sellers.length,
          created: () => world.sellers[0]?.account.created ?? 0,
          indexOf: (id) => {
            const at = world.sellers.findIndex((book) => book.id === id);
            return at < 0 ? null : at;
          },
          at: (n) => accountObject((world.sellers[n] ?? world.platform).account),
        },
        sent.created,
      ),
    { scope: 'platform' },
  ),

  route('GET /v1/accounts/:id', {}, (context) => accountObject(namedAccount(context).account), {
    grants: grants.seeAccount,
  }),

  route(
    'POST /v1/accounts/:id',
    {
      business_profile: optional(profileShape),
      email: optional(text(200)),
      metadata: optional(metadata),
      settings: optional(
        object({ payments: optional(object({ statement_descriptor: optional(text(22)) })) }),
      ),
    },
    (context, sent) => {
      const book = namedAccount(context);
      const old = book.account;
      const change = accountChange(old, sent);
      const previous = changesOf(accountObject(old), accountObject({ ...old, ...change }));
      changeAccount(context.world, book, change, previous);
      return accountObject(book.account);
    },
    { grants: grants.editAccount },
  ),

  route(
    'POST /v1/accounts/:id/login_links',
    {},
    (context) => {
      const book = namedAccount(context);
      if (book.account.platform) {
        throw invalid(
          'Login Links can only be created for accounts with access to the Express Dashboard.',
        );
      }
      const token = context.sessions.link(book.id, context.wall);
      return {
        object: 'login_link',
        created: context.wall,
        url: `${context.origin}/express/${book.id}/${token}`,
      };
    },
    { scope: 'platform', writes: false },
  ),
];

interface AccountParams {
  readonly business_profile:
    | {
        readonly [K in 'name' | 'product_description' | 'support_email' | 'support_phone' | 'url']:
          | string
          | undefined;
      }
    | undefined;
  readonly email: string | undefined;
  readonly metadata: Record<string, string> | null | undefined;
  readonly settings:
    | { readonly payments: { readonly statement_descriptor: string | undefined } | undefined }
    | undefined;
}

type Editable = Pick<
  AccountRecord,
  'name' | 'product' | 'email' | 'phone' | 'url' | 'statementDescriptor' | 'metadata'
>;

function accountChange(old: AccountRecord, sent: AccountParams): Editable {
  const profile = sent.business_profile;
  return {
    name: profile?.name ?? old.name,
    product: profile?.product_description ?? old.product,
    email: sent.email ?? profile?.support_email ?? old.email,
    phone: profile?.support_phone ?? old.phone,
    url: profile?.url ?? old.url,
    statementDescriptor: sent.settings?.payments?.statement_descriptor ?? old.statementDescriptor,
    metadata: mergeMetadata(old.metadata, sent.metadata),
  };
}
