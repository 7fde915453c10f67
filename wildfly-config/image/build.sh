#!/usr/bin/env bash
# Makes the image of a clone and of the balancer: a WildFly home with the configurations stoa.xml and balancer.xml.
#
#   build.sh WILDFLY PGJDBC IMAGE
#
#   WILDFLY   an unpacked wildfly-dist; it becomes the image
#   PGJDBC    the PostgreSQL driver's jar
#   IMAGE     where the image goes; an older one is replaced
#
# Does nothing when the image was made from the same inputs.
set -euo pipefail

wildfly=$1 pgjdbc=$2 image=$3
scripts=$(cd "$(dirname "$0")/../cli" && pwd)

inputs=$(cat "$0" "$scripts"/*/*.cli <(basename -a "$wildfly" "$pgjdbc") | cksum)
if [ -f "$image/.inputs" ] && [ "$(cat "$image/.inputs")" = "$inputs" ]; then
  touch "$image/standalone/configuration/stoa.xml" # as new as the sources that it was compared with
  exit 0
fi

mkdir -p "$(dirname "$image")"
rm -rf "$image" "$image.new"
cp -a "$wildfly" "$image.new"

# The driver as a module, so that data sources are there before any deployment.
module=$image.new/modules/org/postgresql/main
mkdir -p "$module"
cp "$pgjdbc" "$module/"
cat > "$module/module.xml" <<XML
<?xml version="1.0" encoding="UTF-8"?>
<module xmlns="urn:jboss:module:1.9" name="org.postgresql">
  <resources>
    <resource-root path="$(basename "$pgjdbc")"/>
  </resources>
  <dependencies>
    <module name="java.logging"/>
    <module name="java.management"/>
    <module name="java.naming"/>
    <module name="java.security.sasl"/>
    <module name="java.sql"/>
    <module name="java.transaction.xa"/>
    <module name="java.xml"/>
    <module name="jdk.net"/>
  </dependencies>
</module>
XML

# configure BASE CONFIGURATION SCRIPT...: runs the scripts on a copy of a standard configuration, offline.
configure() {
  local base=$1 configuration=$2 commands log
  shift 2
  commands=$(mktemp) log=$(mktemp)
  [ "$base" = "$configuration" ] ||
    cp "$image.new/standalone/configuration/$base" "$image.new/standalone/configuration/$configuration"
  { echo "embed-server --server-config=$configuration --std-out=discard"; cat "$@"; echo stop-embedded-server; } > "$commands"
  # Another WildFly of this machine is not meant.
  if ! env -u JBOSS_HOME -u JBOSS_MODULEPATH JAVA_OPTS=-Xmx256m "$image.new/bin/jboss-cli.sh" --no-color-output --file="$commands" > "$log" 2>&1; then
    cat "$log" >&2
    echo "build.sh: $configuration could not be made" >&2
    exit 1
  fi
  rm -f "$commands" "$log"
}

configure standalone-full-ha.xml stoa.xml "$scripts"/clone/[0-7]*.cli "$scripts"/clone/80-*.cli
configure stoa.xml stoa.xml "$scripts"/clone/81-*.cli
configure standalone-load-balancer.xml balancer.xml "$scripts"/balancer/*.cli

# Until a server has read its configuration it logs by this file. (A balancer has no sessions and needs no routing provider;
# that it has none would be a warning.)
cat > "$image.new/standalone/configuration/logging.properties" <<'PROPERTIES'
loggers=org.wildfly.clustering.web.undertow
logger.org.wildfly.clustering.web.undertow.level=ERROR
logger.level=INFO
logger.handlers=CONSOLE
handler.CONSOLE=org.jboss.logmanager.handlers.ConsoleHandler
handler.CONSOLE.level=INFO
handler.CONSOLE.formatter=PATTERN
handler.CONSOLE.properties=autoFlush,target
handler.CONSOLE.autoFlush=true
handler.CONSOLE.target=SYSTEM_OUT
formatter.PATTERN=org.jboss.logmanager.formatters.PatternFormatter
formatter.PATTERN.properties=pattern
formatter.PATTERN.pattern=%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p [%c] (%t) %s%e%n
PROPERTIES

# What the embedded server left behind is no part of an image.
rm -rf "$image.new"/standalone/{data,log,tmp} "$image.new"/standalone/configuration/standalone_xml_history
mkdir -p "$image.new"/standalone/tmp
echo "$inputs" > "$image.new/.inputs"
mv "$image.new" "$image"
