/** One tag, as a host has it: the balance, Stripe's component below it. */
import '@express-elements/elements/express-balance';
import { figures } from './headline.ts';

const element = document.createElement('express-balance');
element.endpoint = '/express';
document.body.append(element);
figures();
