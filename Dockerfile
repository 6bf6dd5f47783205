# The service in a container, to stand behind a reverse proxy.
FROM swift:6.2-bookworm AS build
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends curl libsqlite3-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY Package.swift ./
COPY Plugins Plugins
COPY Migrations Migrations
COPY Sources Sources
COPY Tests Tests
COPY scripts scripts
RUN scripts/build-with-profile dealtracker

FROM debian:bookworm-slim
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends libsqlite3-0 ca-certificates \
    && rm -rf /var/lib/apt/lists/* && useradd --system --create-home --home-dir /data dealtracker
COPY --from=build /src/.build/profiled/release/dealtracker /usr/local/bin/dealtracker
COPY config/dealtracker.yaml /etc/dealtracker/dealtracker.yaml
USER dealtracker
WORKDIR /data
VOLUME /data
EXPOSE 8080
# A server that listens beyond loopback needs a bearer token: see config/dealtracker.yaml.
ENTRYPOINT ["dealtracker"]
CMD ["serve", "--config", "/etc/dealtracker/dealtracker.yaml", "--host", "0.0.0.0", "--database", "/data/dealtracker.sqlite"]
