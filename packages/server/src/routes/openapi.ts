import { openapi as document, routes } from '@express-elements/contract';
import { Hono } from 'hono';
import type { Env } from './host.ts';

/** `GET /openapi.json`: the contract, made from the schemas that validate. */
export const openapi = () => new Hono<Env>().get(routes.openapi.path, (c) => c.json(document()));
