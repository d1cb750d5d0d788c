import type { Messages } from '../en.ts';

export const connect: Messages['connect'] = {
  failed: 'No hemos podido cargar esta parte',
  webview: {
    title: 'Abre esta página en tu navegador',
    text: 'Stripe no permite esta parte dentro de una aplicación.',
    copy: 'Copiar enlace',
  },
};
