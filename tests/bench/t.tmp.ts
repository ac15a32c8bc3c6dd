import 'reflect-metadata';
import { startPostgres } from '../../server/src/platform/postgres/launcher.ts';
import { migrate } from '../../server/src/platform/database/connections.ts';
import { benchImport } from './import.bench.ts';
import pg from 'pg';
const p = await startPostgres({ dir: '/tmp/pgb' });
const c = new pg.Client(p.url); await c.connect(); await c.query('drop database if exists b1 with (force)'); await c.query('create database b1'); await c.end();
const u = p.url.replace(/postgres$/, 'b1'); await migrate(u);
try { console.log(await benchImport(u, '/tmp', Number(process.argv[2] ?? 5000), Number(process.argv[3] ?? 1))); } finally { await p.stop(); }
