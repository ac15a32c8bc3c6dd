import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** What the portal answers itself; it sees the address in the browser's bar, as it would without this server in between. */
const portal = { target: `http://127.0.0.1:${process.env.PORT ?? '4000'}`, changeOrigin: false };
const ANSWERED_BY_PORTAL = ['/graphql', '/auth', '/uploads', '/files', '/practice-idp', '^/meetings/\\d+/(invitation|pack)\\.'];

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  css: {
    // govuk-frontend keeps one old media query that Lightning CSS refuses; recovery drops that rule and nothing else.
    lightningcss: { errorRecovery: true },
    preprocessorOptions: { scss: { loadPaths: [here('../node_modules')], quietDeps: true } },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: Object.fromEntries(ANSWERED_BY_PORTAL.map((path) => [path, portal])),
  },
  build: {
    target: 'es2022',
    outDir: here('./dist'),
    emptyOutDir: true,
    sourcemap: true,
    // The content security policy allows files from ourselves only, so nothing may become a data: address.
    assetsInlineLimit: 0,
    // What several pages share comes as one file: on a slow line thirty small ones each wait their turn.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 3 }] } } },
  },
});
