import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = 'http://127.0.0.1:4000';

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
    proxy: { '/graphql': server, '/auth': server, '/uploads': server },
  },
  build: {
    target: 'es2022',
    outDir: here('./dist'),
    emptyOutDir: true,
    sourcemap: true,
    // The content security policy allows files from ourselves only, so nothing may become a data: address.
    assetsInlineLimit: 0,
  },
});
