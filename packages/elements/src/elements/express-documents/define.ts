// Written by scripts/connect-table.mjs. Do not edit.
import { define } from '../../define.ts';
import { ExpressDocuments } from './express-documents.ts';

define('express-documents', ExpressDocuments);
