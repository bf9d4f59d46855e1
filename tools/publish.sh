# What a school runs: published into artifacts/app when anything changed since. Needs tools/needs.sh.

app=$PWD/artifacts/app

newest_source() {
  find src Directory.Build.props Directory.Packages.props global.json -newer "$app/.built" -type f \
    -not -path '*/bin/*' -not -path '*/obj/*' -not -path '*/node_modules/*' -not -path '*/wwwroot/built/*' -print -quit
}

publish_app() {
  if [ -f "$app/.built" ] && [ -z "$(newest_source)" ]; then return; fi
  need_dotnet
  need_node
  say "Building Lyceum (the first time takes a few minutes) …"
  local started ahead=(--use-current-runtime -p:PublishReadyToRun=true)
  started=$(mktemp)
  # Compiled ahead for this machine a school starts sooner. Where the compiler for it cannot be had, the runtime compiles as it goes.
  dotnet restore src/Lyceum.Web "${ahead[@]}" -v quiet > /dev/null 2>&1 || ahead=()
  dotnet publish src/Lyceum.Web -c Release -o "$app" -v quiet -nologo --self-contained false ${ahead[@]+"${ahead[@]}"}
  mv "$started" "$app/.built"
}
