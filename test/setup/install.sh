#!/usr/bin/env bash
# Installs what the tests need besides npm packages: the three engines, a display for the one that needs it, servers.
# With `orca` among its arguments also the screen reader, with `patroni` also Patroni and etcd, and what they need;
# with `guide` also systemd, and what the guide for hotlines asks for; with `systems` also those of the plugins.
set -euo pipefail

# Command that must exist → the Debian package that brings it.
declare -A package_of=(
  [chromium]=chromium
  [firefox-esr]=firefox-esr
  [WebKitWebDriver]=webkit2gtk-driver
  [Xvfb]=xvfb
  [pg_createcluster]=postgresql
  [pgbouncer]=pgbouncer
  [strace]=strace
  [nginx]=nginx
  [caddy]=caddy
  [nft]=nftables
  [ip]=iproute2
  [openssl]=openssl
  [php]=php-cli
  [mariadbd]=mariadb-server
  [mariadb]=mariadb-client
  [hugo]=hugo
  [unzip]=unzip
)
# The same for what is no command: a file of it.
declare -A package_with=(
  [/usr/share/javascript/mootools/mootools-core-nc.js]=libjs-mootools
  [/usr/share/javascript/prototype/prototype.js]=libjs-prototype
  [/usr/share/wordpress/wp-load.php]=wordpress
  [/var/lib/wordpress/wp-content/themes/twentytwentyfive/style.css]=wordpress-theme-twentytwentyfive
)

if [[ " $* " == *' systems '* ]]; then
  package_with[/usr/share/dokuwiki/doku.php]=dokuwiki
  package_with[/usr/share/mediawiki/index.php]=mediawiki
  package_with[/usr/share/spip/spip.php]=spip
  # Both are content with a client for any one of the databases that they know.
  package_with[/var/lib/dpkg/info/php-sqlite3.list]=php-sqlite3
fi

if [[ " $* " == *' orca '* ]]; then
  package_of[orca]=orca
  package_of[openbox]=openbox
  package_of[xdotool]=xdotool
  package_of[dbus-run-session]=dbus-daemon
  package_of[gdbus]=libglib2.0-bin
  package_with[/usr/libexec/at-spi-bus-launcher]=at-spi2-core
  package_with[/usr/lib/python3/dist-packages/pyatspi/__init__.py]=python3-pyatspi
  package_with[/usr/lib/python3/dist-packages/speechd/__init__.py]=python3-speechd
fi

if [[ " $* " == *' patroni '* ]]; then
  package_of[patroni]=patroni
  package_of[etcd]=etcd-server
  # Debian's patroni is content with a client for any one of the stores that it knows.
  package_with[/usr/lib/python3/dist-packages/etcd/__init__.py]=python3-etcd
fi

if [[ " $* " == *' guide '* ]]; then
  package_of[systemctl]=systemd
  package_of[curl]=curl
  package_of[xz]=xz-utils
  package_of[nsenter]=util-linux
  package_with[/etc/ssl/certs/ca-certificates.crt]=ca-certificates
fi

missing=()
for command in "${!package_of[@]}"; do
  command -v "$command" >/dev/null || missing+=("${package_of[$command]}")
done
for file in "${!package_with[@]}"; do
  [ -e "$file" ] || missing+=("${package_with[$file]}")
done
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi

give_up() {
  echo "Cannot install ${missing[*]}: $1. Install them by hand, then run the tests again." >&2
  exit 1
}

command -v apt-get >/dev/null || give_up 'there is no apt-get here'
[ "$(id -u)" -eq 0 ] || give_up 'that takes root'

echo "Installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
# Debian would start a PostgreSQL at once, and at every boot; the tests start their own, and end it.
if [[ " ${missing[*]} " == *' postgresql '* ]]; then
  mkdir -p /etc/postgresql-common/createcluster.d
  echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.d/tests.conf
fi
# Nor should any other server start with its installation.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
  trap 'rm -f "$policy"' EXIT
fi
apt-get update -qq || give_up 'apt-get update failed (is there a network?)'
apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null || give_up 'apt-get install failed'
