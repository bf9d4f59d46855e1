# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN dotnet publish src/Lyceum.Web -c Release -o /app --self-contained false --use-current-runtime -p:PublishReadyToRun=true

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# For the sound and the film of a class; everything else works without.
RUN apt-get update && apt-get install -y --no-install-recommends ffmpeg poppler-utils && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
RUN mkdir /data && chown $APP_UID /data
USER $APP_UID
VOLUME /data
EXPOSE 8080
ENV LYCEUM_DATA=/data LYCEUM_URLS=http://*:8080
ENTRYPOINT ["/app/lyceum"]
