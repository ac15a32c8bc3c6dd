import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin, type UserConfig } from 'vite';
import { chunkGroups, noCircles } from './chunks.ts';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
/** What the portal answers itself; it sees the address in the browser's bar, as it would without this server in between. */
const portal = { target: `http://127.0.0.1:${process.env.PORT ?? '4000'}`, changeOrigin: false };
const ANSWERED_BY_PORTAL = ['/graphql', '/auth', '/uploads', '/files', '/practice-idp', '^/meetings/\\d+/(invitation|pack)\\.'];

/** What a drawn page has before its code: a file of its own that imports nothing. The server names it where it draws (server/src/app/first-page.ts). */
const EARLY = './src/early.ts';

/** React Router comes as one file, of which a bundler keeps what carries a name for developers or is made by a call. Neither does anything. */
const routerParts: Plugin = {
  name: 'router-parts',
  transform(code, id) {
    if (!/react-router[\\/]dist[\\/].*\.mjs$/.test(id)) return null;
    return { code: code.replace(/^\w+\.displayName = "[^"]*";$/gm, '').replace(/^var (\w+) = (React\d*\.(?:forwardRef|memo|createContext)\()/gm, 'var $1 = /* @__PURE__ */ $2'), map: null };
  },
};

/** For the server: each page says which file it is written in, so that the files of its address can be named ahead. */
const pageSource: Plugin = {
  name: 'page-source',
  transform(code, id, options) {
    return options?.ssr && id.endsWith('-page.tsx') ? { code: `${code}\nexport const pageSource = ${JSON.stringify(path.relative(here('.'), id).replaceAll(path.sep, '/'))};`, map: null } : null;
  },
};

const config = {
  root: here('.'),
  plugins: [react(), routerParts, pageSource, noCircles],
  // RxJS has a smaller build for browsers of this decade, under this name.
  resolve: { conditions: ['es2015', ...defaultClientConditions] },
  css: {
    // govuk-frontend keeps one old media query that Lightning CSS refuses; recovery drops that rule and nothing else.
    lightningcss: { errorRecovery: true },
    preprocessorOptions: { scss: { loadPaths: [here('../node_modules')], quietDeps: true } },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: Object.fromEntries(ANSWERED_BY_PORTAL.map((address) => [address, portal])),
  },
  build: {
    target: 'es2022',
    outDir: here('./dist'),
    emptyOutDir: true,
    sourcemap: true,
    // Names the files of each page, for the server.
    manifest: true,
    // The content security policy allows files from ourselves only, so nothing may become a data: address.
    assetsInlineLimit: 0,
  },
} satisfies UserConfig;

export default defineConfig(async ({ command, isSsrBuild }): Promise<UserConfig> => {
  // What pages ask and how they are drawn, for the server: laid where it is not sent to anybody.
  if (isSsrBuild) return { ...config, define: { 'process.env.NODE_ENV': JSON.stringify('production') }, ssr: { noExternal: true }, build: { target: 'node20', outDir: here('./dist/.server'), emptyOutDir: true, minify: false, copyPublicDir: false } };
  return command === 'build' ? { ...config, build: { ...config.build, rolldownOptions: { input: [here('./index.html'), here(EARLY)], output: { codeSplitting: { groups: await chunkGroups(config, /[\\/]src[\\/](app[\\/])?early/) } } } } } : config;
});
