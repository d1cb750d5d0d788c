import type { Messages } from '../en.ts';

export const loginLink: Messages['loginLink'] = {
  open: 'Abrir el panel de Stripe',
  opensTab: 'se abre en una pestaña nueva, con un enlace que funciona una sola vez',
  opening: 'Abriendo…',
  failed: 'No hemos podido abrir el panel de Stripe',
  blocked: 'Tu navegador ha bloqueado la pestaña nueva. El enlace funciona una sola vez.',
  openLink: 'Abrirlo aquí',
  selfServe: 'Iniciar sesión en Stripe',
  webview:
    'El panel de Stripe no se abre dentro de una aplicación. Abre esta página en tu navegador.',
};
