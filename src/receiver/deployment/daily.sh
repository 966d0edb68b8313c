#!/bin/sh
# The daily work of a hotline, one job a call, in the folder where its files are kept. Run by cliquez-signalez-daily@.service.
#
#   backup    copies the database to backup/, a new file each week; files of which a fortnight has passed are removed
#   head      adds the head of the log to heads.txt: keep a copy of that file where nobody may write who may write here
#   verify    finds reports that were altered or deleted since the last time. What was erased by hand is named in ERASED:
#             `systemctl edit cliquez-signalez-daily@verify`, « [Service] Environment=ERASED=42,2026-01-01 »
#   outcomes  tells reporters what became of their reports, from decisions.csv
#   export    writes what is new to export/, sealed reports as they are; take the files away, and remove them here
set -eu

run() {
    node --max-old-space-size=384 /opt/cliquez-signalez/node_modules/cliquez-signalez-receiver/dist/cli.js "$@"
}

case ${1-} in
backup)
    mkdir -p backup
    # A backup keeps what the database erases: each begins anew, and is kept as long as the next one may be broken.
    find backup -name 'reports-*.sqlite*' -mtime +13 -delete
    run copy --to "sqlite:backup/reports-$(date -u +%G-W%V).sqlite"
    ;;
head)
    head=$(run head)
    echo "$(date -u +%F) $head" >>heads.txt
    ;;
verify)
    set -- --note verified.txt
    [ ! -s heads.txt ] || set -- "$@" --heads heads.txt
    [ -z "${ERASED-}" ] || set -- "$@" --erased "$ERASED"
    run verify "$@"
    ;;
outcomes)
    run outcomes decisions.csv
    ;;
export)
    mkdir -p export
    run export --leave-sealed --cursor export.cursor --output "export/$(date -u +%Y-%m-%dT%H%M%SZ).jsonl"
    ;;
*)
    echo "Say which: backup, head, verify, outcomes or export." >&2
    exit 2
    ;;
esac
