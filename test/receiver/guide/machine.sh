#!/bin/bash
# Boots an empty machine: this one's files as they are installed, under a layer that takes every change; systemd as its first
# process; a network that has itself alone. Called inside new namespaces, by machine.ts.
#   $1  folder on a tmpfs: changes are kept in it, and a second boot finds them
#   $2  folder that the machine sees as /test
set -euo pipefail
layer=$1
root=$layer/root
if [ "${3-}" != inside ]; then
    # A control group of its own: units of two machines would be one group otherwise, with the limits of both.
    mkdir -p "$layer/cgroup"
    mount -t cgroup2 cgroup2 "$layer/cgroup"
    own=$layer/cgroup/$(basename "$layer")
    mkdir -p "$own"
    echo 0 >"$own/cgroup.procs"
    exec unshare --cgroup bash "$0" "$layer" "$2" inside
fi
mkdir -p "$layer"/{changes,work,root}
mount -t overlay overlay -o "lowerdir=/,upperdir=$layer/changes,workdir=$layer/work" "$root"
mount -t proc proc "$root/proc"
mount -t sysfs sysfs "$root/sys"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
for each in run tmp dev; do mount -t tmpfs -o mode=0755 tmpfs "$root/$each"; done
chmod 1777 "$root/tmp"
for each in null zero full random urandom tty; do
    touch "$root/dev/$each"
    mount --bind "/dev/$each" "$root/dev/$each"
done
mkdir "$root"/dev/{shm,pts,mqueue}
mount -t tmpfs tmpfs "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
mkdir -p "$root/test"
mount --bind "$2" "$root/test"
if [ ! -e "$layer/booted" ]; then
    # What is installed here for other tests does not start there.
    rm -rf "$root"/etc/systemd/system/*.wants "$root"/etc/nginx/conf.d/* "$root"/{etc,var/lib}/postgresql/* "$root/opt/cliquez-signalez"
    : >"$root/etc/machine-id"
    echo '127.0.0.1 localhost report.hotline.example' >"$root/etc/hosts"
    touch "$layer/booted"
fi
cd "$root"
mkdir -p before
pivot_root . before
umount -l /before
# Services have mounts of their own, which systemd makes from shared ones.
mount --make-rshared /
export container=namespaces
exec /usr/lib/systemd/systemd --system --unit=multi-user.target --show-status=no --log-target=journal
