import type { Messages } from '../en.ts';
import { plural } from '../plural.ts';

const n = plural('es');

export const common: Messages['common'] = {
  retry: 'Reintentar',
  close: 'Cerrar',
  apply: 'Aplicar',
  reset: 'Restablecer',
  clear: 'Borrar',
  clearAll: 'Borrar todo',
  copy: 'Copiar',
  copied: 'Copiado',
  seeAll: 'Ver todo',
  loading: 'Cargando…',
  whatIs: (label) => `¿Qué es «${label}»?`,
  from: 'Desde',
  to: 'a',
  today: 'Hoy',
  justNow: 'ahora mismo',
  zoneTime: (city) => `Hora de ${city}`,
  inZone: (city) => `En la zona horaria de la cuenta, ${city}`,
  since: (date) => `desde el ${date}`,
  requestId: (id) => `Solicitud ${id}`,
  selected: (count, shown) =>
    n(count, { one: `${shown} seleccionado`, other: `${shown} seleccionados` }),
};

export const errors: Messages['errors'] = {
  offline: 'Se ha perdido la conexión. Tu dinero no se ve afectado.',
  timeout: 'Ha tardado demasiado. Tu dinero no se ve afectado.',
  rate_limited: 'Ha habido demasiadas solicitudes. Espera un momento.',
  signed_out: 'Tu sesión ha terminado. Vuelve a iniciar sesión.',
  not_allowed: 'No tienes acceso a esto.',
  account_changed: 'Has iniciado sesión en otra cuenta. Vuelve a cargar la página.',
  not_found: 'Ya no está disponible.',
  unavailable: 'El servicio no está disponible ahora. Tu dinero no se ve afectado.',
  blocked: 'La parte de Stripe no ha llegado. Puede deberse a la conexión o a un bloqueador.',
  unknown: 'Algo ha salido mal. Tu dinero no se ve afectado.',
};
