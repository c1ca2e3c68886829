# The application alone, for production with a PostgreSQL beside it (docker-compose.yml). docs/operations.md says how.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-bookworm-slim
WORKDIR /app
ENV MULU_MODE=production MULU_HOST=0.0.0.0 MULU_DATA_DIR=/var/lib/mulu/data
RUN mkdir -p /var/lib/mulu/data && chown -R node:node /var/lib/mulu
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/web/dist ./web/dist
COPY --from=build /app/migrations ./migrations
COPY --from=build /app/profiles ./profiles
COPY --from=build /app/machines/frozen ./machines/frozen
COPY --from=build /app/src/portal/pages ./src/portal/pages
COPY --from=build /app/scripts/healthcheck.mjs ./scripts/healthcheck.mjs
USER node
VOLUME /var/lib/mulu
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "scripts/healthcheck.mjs"]
CMD ["node", "dist/src/main.js"]
