/** The marketplace's own words in its languages. The server renders them; the page swaps them when one switches. */
import { arabic } from './words/ar.ts';
import { japanese } from './words/ja.ts';

export const languages = {
  en: 'English',
  es: 'Español',
  ja: '日本語',
  ar: 'العربية',
} as const;
export type Language = keyof typeof languages;
export const isLanguage = (value: unknown): value is Language =>
  typeof value === 'string' && Object.hasOwn(languages, value);

/** The direction in which a page in a language runs. */
export const directionOf = (language: Language): 'ltr' | 'rtl' =>
  language === 'ar' ? 'rtl' : 'ltr';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

const english = {
  'nav.label': 'Rocket Market',
  'nav.dashboard': 'Dashboard',
  'nav.shop': 'Your shop',
  'nav.plain': 'One tag',
  'nav.quickstart': 'Quickstart',
  'nav.skip': 'Skip to the content',
  'menu.label': 'Your sign-in, language and theme',
  'menu.language': 'Language',
  'menu.theme': 'Theme',
  'menu.sign_out': 'Sign out',
  'theme.auto': 'Auto',
  'theme.light': 'Light',
  'theme.dark': 'Dark',
  'role.owner': 'Owner',
  'role.finance': 'Finance',
  'role.support': 'Support',
  'role.viewer': 'Viewer',
  'role.owner.may': 'Everything, the bank account included',
  'role.finance.may': 'Money, payouts and reports, to read',
  'role.support.may': 'Payments, refunds and disputes',
  'role.viewer.may': 'Money and payouts, to read; no reports',
  'sign_in.title': 'Sign in to Rocket Market',
  'sign_in.text':
    'This is a demonstration, so there is no password. Choose a shop, and what you may do there.',
  'sign_in.shop': 'Shop',
  'sign_in.role': 'Your role',
  'sign_in.go': 'Sign in',
  'sign_in.pitch': 'Everything for people who look up.',
  'sign_in.more':
    'Rocket Market is a made-up marketplace. Its sellers see their money here, on its own pages, with Express Elements.',
  'dashboard.title': 'Your money',
  'shop.title': 'Your shop',
  'shop.text': 'What you sell, and what it brought in.',
  'shop.listings': 'Listings',
  'shop.new_listing': 'New listing',
  'shop.in_stock': 'In stock',
  'shop.few_left': 'A few left',
  'shop.to_order': 'Made to order',
  'shop.lamp': 'Launch Pad lamp',
  'shop.lamp.text': 'Oak, brass and a very small countdown.',
  'shop.mug': 'Orbit mug',
  'shop.mug.text': 'Stoneware with a ring that does not spill.',
  'shop.print': 'Southern Sky print',
  'shop.print.text': 'Letterpress, with each star where it belongs.',
  'shop.kite': 'Comet kite',
  'shop.kite.text': 'A long tail for windy afternoons.',
  'shop.money': 'Money',
  'shop.latest': 'Latest in your ledger',
  'shop.season': 'Before the holidays',
  'shop.season.one':
    'Parcels handed in by the eighteenth reach most homes before the twenty-fourth. Put the date on your listings, and say early when something is made to order.',
  'shop.season.two':
    'Buyers ask about returns more than about anything else. A line in your shop’s announcement answers them before they have to write.',
  'shop.payments': 'Payments',
  'shop.payouts': 'Payouts',
  'shop.stripe': 'Taxes, bank account and identity are kept with Stripe.',
  'plain.title': 'One tag, nothing else',
  'plain.text':
    'This page loads one element and gives it an endpoint. There is no provider, no script of its own and no style sheet for it.',
  'quickstart.title': 'Only Stripe’s quickstart',
  'quickstart.text':
    'A back end that has nothing but the route of Stripe’s quickstart gets every Connect element. What is drawn from the ledger shows its fallback.',
  'quickstart.ledger': 'From the ledger',
  'quickstart.connect': 'From Stripe',
  'quickstart.no_transactions': 'The list of transactions needs the Express Elements endpoint.',
  'quickstart.no_earnings': 'The earnings chart needs the Express Elements endpoint.',
  'panel.label': 'Sandbox controls',
  'panel.title': 'Sandbox',
  'panel.clock': 'Move the clock',
  'panel.day': '+1 day',
  'panel.two_days': '+2 days',
  'panel.week': '+1 week',
  'panel.amount': 'Amount',
  'panel.payment': 'Take a payment',
  'panel.events': 'Make something happen',
  'panel.dispute': 'Open a dispute',
  'panel.payout_failure': 'Fail a payout',
  'panel.working': 'Working…',
  'panel.done.advance': 'It is now {time}.',
  'panel.done.payment': 'A payment of {amount} was taken.',
  'panel.done.dispute': 'A dispute of {amount} was opened.',
  'panel.done.payout_failure': 'A payout of {amount} failed.',
  'panel.failed': 'That did not work: {reason}',
} as const;

export type Word = keyof typeof english;
export const isWord = (key: string): key is Word => Object.hasOwn(english, key);

const spanish: Readonly<Record<Word, string>> = {
  'nav.label': 'Rocket Market',
  'nav.dashboard': 'Panel',
  'nav.shop': 'Tu tienda',
  'nav.plain': 'Una etiqueta',
  'nav.quickstart': 'Inicio rápido',
  'nav.skip': 'Ir al contenido',
  'menu.label': 'Tu sesión, idioma y tema',
  'menu.language': 'Idioma',
  'menu.theme': 'Tema',
  'menu.sign_out': 'Cerrar sesión',
  'theme.auto': 'Auto',
  'theme.light': 'Claro',
  'theme.dark': 'Oscuro',
  'role.owner': 'Propietario',
  'role.finance': 'Finanzas',
  'role.support': 'Atención al cliente',
  'role.viewer': 'Solo lectura',
  'role.owner.may': 'Todo, incluida la cuenta bancaria',
  'role.finance.may': 'Dinero, transferencias e informes, para consultar',
  'role.support.may': 'Pagos, reembolsos y disputas',
  'role.viewer.may': 'Dinero y transferencias, para consultar; sin informes',
  'sign_in.title': 'Inicia sesión en Rocket Market',
  'sign_in.text':
    'Esto es una demostración, así que no hay contraseña. Elige una tienda y lo que puedes hacer en ella.',
  'sign_in.shop': 'Tienda',
  'sign_in.role': 'Tu función',
  'sign_in.go': 'Iniciar sesión',
  'sign_in.pitch': 'Todo para quien mira hacia arriba.',
  'sign_in.more':
    'Rocket Market es un mercado inventado. Sus vendedores ven aquí su dinero, en sus propias páginas, con Express Elements.',
  'dashboard.title': 'Tu dinero',
  'shop.title': 'Tu tienda',
  'shop.text': 'Lo que vendes y lo que has ganado con ello.',
  'shop.listings': 'Artículos',
  'shop.new_listing': 'Nuevo artículo',
  'shop.in_stock': 'Disponible',
  'shop.few_left': 'Quedan pocos',
  'shop.to_order': 'Por encargo',
  'shop.lamp': 'Lámpara Plataforma',
  'shop.lamp.text': 'Roble, latón y una cuenta atrás muy pequeña.',
  'shop.mug': 'Taza Órbita',
  'shop.mug.text': 'Gres con un anillo que no se derrama.',
  'shop.print': 'Lámina Cielo austral',
  'shop.print.text': 'Tipografía, con cada estrella en su sitio.',
  'shop.kite': 'Cometa Cometa',
  'shop.kite.text': 'Una cola larga para tardes de viento.',
  'shop.money': 'Dinero',
  'shop.latest': 'Tus últimas transacciones',
  'shop.season': 'Antes de las fiestas',
  'shop.season.one':
    'Los paquetes entregados hasta el día dieciocho llegan a casi todas las casas antes del veinticuatro. Pon la fecha en tus artículos y avisa pronto si algo se hace por encargo.',
  'shop.season.two':
    'Lo que más se pregunta es cómo devolver. Una línea en el anuncio de tu tienda responde antes de que tengan que escribir.',
  'shop.payments': 'Pagos',
  'shop.payouts': 'Transferencias',
  'shop.stripe': 'Los impuestos, la cuenta bancaria y la identidad se guardan en Stripe.',
  'plain.title': 'Una etiqueta y nada más',
  'plain.text':
    'Esta página carga un elemento y le da un punto de conexión. No hay proveedor, ni script propio, ni hoja de estilos para él.',
  'quickstart.title': 'Solo el inicio rápido de Stripe',
  'quickstart.text':
    'Un servidor que solo tiene la ruta del inicio rápido de Stripe recibe todos los elementos de Connect. Lo que se dibuja a partir de tus transacciones muestra su alternativa.',
  'quickstart.ledger': 'De tus transacciones',
  'quickstart.connect': 'De Stripe',
  'quickstart.no_transactions':
    'La lista de transacciones necesita el servidor de Express Elements.',
  'quickstart.no_earnings': 'El gráfico de ingresos necesita el servidor de Express Elements.',
  'panel.label': 'Controles del entorno de prueba',
  'panel.title': 'Entorno de prueba',
  'panel.clock': 'Mover el reloj',
  'panel.day': '+1 día',
  'panel.two_days': '+2 días',
  'panel.week': '+1 semana',
  'panel.amount': 'Importe',
  'panel.payment': 'Cobrar un pago',
  'panel.events': 'Hacer que pase algo',
  'panel.dispute': 'Abrir una disputa',
  'panel.payout_failure': 'Hacer fallar una transferencia',
  'panel.working': 'Un momento…',
  'panel.done.advance': 'Ahora es {time}.',
  'panel.done.payment': 'Se ha cobrado un pago de {amount}.',
  'panel.done.dispute': 'Se ha abierto una disputa de {amount}.',
  'panel.done.payout_failure': 'Ha fallado una transferencia de {amount}.',
  'panel.failed': 'No ha funcionado: {reason}',
};

const words: Readonly<Record<Language, Readonly<Record<Word, string>>>> = {
  en: english,
  es: spanish,
  ja: japanese,
  ar: arabic,
};

/**
 * One of the marketplace's sentences, its gaps filled.
 *
 * @example say('en', 'panel.done.payment', { amount: '$42.00' }) // 'A payment of $42.00 was taken.'
 */
export function say(
  language: Language,
  word: Word,
  gaps: Readonly<Record<string, string>> = {},
): string {
  return words[language][word].replaceAll(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap);
}
