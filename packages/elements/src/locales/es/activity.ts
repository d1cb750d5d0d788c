import { plural } from '../plural.ts';
import type { Messages } from '../en.ts';
import type { ItemWords } from '../en/activity.ts';

const n = plural('es');

type Say = (words: ItemWords) => string;
type Activity = Messages['activity'];

const arrives: Say = ({ date, bank }) => (date ? `Llega el ${date}` : bank);
const about: Say = (words) => words.about;
const bank: Say = (words) => words.bank;
const nothing: Say = () => '';

/** activity-hub */
export const activity: Activity = {
  title: 'Actividad',
  bell: (unread, shown) =>
    unread === 0
      ? 'Actividad'
      : n(unread, { one: `Actividad, ${shown} sin leer`, other: `Actividad, ${shown} sin leer` }),
  unread: (count, shown) => n(count, { one: `${shown} sin leer`, other: `${shown} sin leer` }),
  isUnread: 'Sin leer',
  markAllRead: 'Marcar todo como leído',
  markRead: 'Marcar como leído',
  needsYou: 'Pendiente de ti',
  today: 'Hoy',
  yesterday: 'Ayer',
  kinds: {
    label: 'Mostrar',
    all: 'Todo',
    payments: 'Pagos',
    payouts: 'Transferencias',
    refunds: 'Reembolsos',
    disputes: 'Disputas',
    account: 'Cuenta',
  },
  titles: {
    payout_upcoming: ({ amount }) => `Próxima transferencia de ${amount}`,
    payout_sent: ({ amount }) => `Transferencia de ${amount} en camino`,
    payout_paid: ({ amount }) => `Transferencia de ${amount} recibida`,
    payout_failed: ({ amount }) => `Transferencia de ${amount} fallida`,
    payout_canceled: ({ amount }) => `Transferencia de ${amount} cancelada`,
    refund_created: ({ amount }) => `Reembolso de ${amount}`,
    refund_failed: ({ amount }) => `Reembolso de ${amount} fallido`,
    dispute_opened: ({ amount }) => `Nueva disputa de ${amount}`,
    dispute_funds_withdrawn: ({ amount }) => `${amount} retirados por una disputa`,
    dispute_funds_reinstated: ({ amount }) => `${amount} devueltos de una disputa`,
    dispute_evidence_due: ({ amount }) => `La disputa de ${amount} espera tu respuesta`,
    dispute_won: ({ amount }) => `Disputa de ${amount} ganada`,
    dispute_lost: ({ amount }) => `Disputa de ${amount} perdida`,
    dispute_closed: ({ amount }) => `Disputa de ${amount} cerrada`,
    payment_first: ({ amount }) => `Tu primer pago: ${amount}`,
    payment_received: ({ amount }) => `Pago de ${amount}`,
    requirements_due: () => 'Stripe necesita más información',
    payouts_paused: () => 'Transferencias en pausa',
    payouts_resumed: () => 'Transferencias reanudadas',
    capability_changed: () => 'Ha cambiado lo que puedes aceptar',
    bank_account_added: () => 'Cuenta bancaria añadida',
    bank_account_changed: () => 'Cuenta bancaria cambiada',
    bank_account_removed: () => 'Cuenta bancaria eliminada',
    payout_schedule_changed: () => 'Calendario de transferencias cambiado',
    account_updated: () => 'Datos de la cuenta actualizados',
    balance_negative: ({ amount }) => `El saldo bajó de cero: ${amount}`,
    balance_topped_up: ({ amount }) => `${amount} añadidos a tu saldo`,
  },
  details: {
    payout_upcoming: arrives,
    payout_sent: arrives,
    payout_paid: bank,
    payout_failed: ({ reason, bank: to }) => reason || to,
    payout_canceled: bank,
    refund_created: about,
    refund_failed: about,
    dispute_opened: about,
    dispute_funds_withdrawn: about,
    dispute_funds_reinstated: about,
    dispute_evidence_due: ({ date }) => (date ? `Pruebas hasta el ${date}` : ''),
    dispute_won: about,
    dispute_lost: about,
    dispute_closed: about,
    payment_first: about,
    payment_received: about,
    requirements_due: ({ date }) => (date ? `Hasta el ${date}` : ''),
    payouts_paused: ({ reason }) => reason,
    payouts_resumed: nothing,
    capability_changed: nothing,
    bank_account_added: bank,
    bank_account_changed: ({ bank: to }) => (to ? `Ahora ${to}` : ''),
    bank_account_removed: bank,
    payout_schedule_changed: nothing,
    account_updated: nothing,
    balance_negative: () => 'Los pagos siguientes lo cubren primero.',
    balance_topped_up: nothing,
  },
  payments: (count, shown, sums) =>
    n(count, { one: `${shown} pago: ${sums}`, other: `${shown} pagos: ${sums}` }),
  others: (count, shown) => n(count, { one: `${shown} más`, other: `${shown} más` }),
  needTitles: {
    dispute_evidence_due: ({ amount }) => `Disputa de ${amount}`,
    requirements_due: () => 'Stripe necesita más información',
    payout_failed: ({ amount }) => `Transferencia de ${amount} fallida`,
    bank_account_errored: ({ bank: to }) =>
      to ? `Sustituye ${to}` : 'Sustituye tu cuenta bancaria',
  },
  needActions: {
    dispute_evidence_due: 'Responder',
    requirements_due: 'Añadir datos',
    payout_failed: 'Detalles',
    bank_account_errored: 'Sustituir',
  },
  evidenceDue: (days, shown) =>
    days < 0
      ? 'El plazo de las pruebas ha vencido'
      : days === 0
        ? 'Las pruebas vencen hoy'
        : n(days, {
            one: 'Las pruebas vencen mañana',
            other: `Las pruebas vencen en ${shown} días`,
          }),
  due: (days, shown) =>
    days < 0
      ? 'Vencido'
      : days === 0
        ? 'Vence hoy'
        : n(days, { one: 'Vence mañana', other: `Vence en ${shown} días` }),
  more: 'Mostrar actividad anterior',
  seeAll: 'Ver toda la actividad',
  arrived: (count, shown) =>
    n(count, { one: `${shown} actividad nueva`, other: `${shown} actividades nuevas` }),
  history: (days) => `Actividad de los últimos ${days} días`,
  empty: 'Aún no hay nada',
  emptyHint: 'Aquí verás transferencias, reembolsos, disputas y cambios de tu cuenta.',
  emptyKind: 'No hay nada de este tipo',
  failed: 'No hemos podido cargar tu actividad',
  payoutFailures: {
    account_closed: 'La cuenta bancaria está cerrada. Añade otra.',
    account_frozen: 'La cuenta bancaria está bloqueada. Pregunta a tu banco.',
    no_account: 'No se ha encontrado la cuenta bancaria. Revisa su número.',
    invalid_account_number: 'El número de cuenta no es válido. Revísalo.',
    incorrect_account_holder_name: 'El nombre del titular no es correcto. Revísalo.',
    debit_not_authorized: 'Tu banco no lo permite. Pregunta a tu banco.',
    insufficient_funds: 'No había dinero suficiente.',
    declined: 'Tu banco la ha rechazado. Pregunta a tu banco.',
    could_not_process: 'Tu banco no ha podido procesarla.',
    other: 'Tu banco la ha devuelto.',
  },
};
