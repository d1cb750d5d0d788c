/** `npm run catalogue`: Storybook at `PORT` (6006). */
import { serveCatalogue } from './build/catalogue.ts';

await serveCatalogue(Number(process.env['PORT'] ?? 6006));
