# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN bash -euc '. tools/needs.sh; . tools/publish.sh; publish_app'

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# For the sound and the film of a class; everything else works without.
RUN apt-get update && apt-get install -y --no-install-recommends ffmpeg poppler-utils && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /source/artifacts/app .
RUN mkdir /data && chown $APP_UID /data
USER $APP_UID
VOLUME /data
# Pages, and by UDP the sound and picture of the classes.
EXPOSE 8080 8810/udp
ENV LYCEUM_DATA=/data LYCEUM_URLS=http://*:8080 ASPNETCORE_HTTP_PORTS=
ENTRYPOINT ["/app/lyceum"]
