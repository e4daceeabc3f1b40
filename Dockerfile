# Workers of a sweep: the project at one commit, run by an unprivileged user. `docker build -t token-factory .`
FROM node:20-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force
COPY lib lib
COPY cli cli
COPY data-loaders data-loaders
COPY scripts scripts
COPY assumptions assumptions
COPY sweeps sweeps
USER 1000
ENTRYPOINT ["node"]
CMD ["cli/bin.js", "--help"]
