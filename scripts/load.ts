import 'reflect-metadata';
import { loadCommand } from './lib/load-command.ts';

loadCommand(process.argv.slice(2), process.env).then(({ code, said }) => {
  (code === 0 ? console.log : console.error)(said);
  process.exit(code);
}, (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
