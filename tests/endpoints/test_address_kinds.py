"""What an IP address is: public, or why not."""

from ipaddress import ip_address

import pytest

from switchboard.endpoints.addresses import kind_of

NEARBY = {
    "127.0.0.1": "loopback",
    "127.255.255.254": "loopback",
    "::1": "loopback",
    "::ffff:127.0.0.1": "loopback",
    "::127.0.0.1": "loopback",
    "::ffff:0:127.0.0.1": "loopback",
    "64:ff9b::127.0.0.1": "loopback",
    "2002:7f00:1::1": "loopback",
    "2001:0:7f00:1::f7f7:f7f7": "loopback",
    "2001:0:808:808::80ff:fffe": "loopback",
    "2606:4700::5efe:7f00:1": "loopback",
    "10.0.0.1": "private",
    "172.16.0.1": "private",
    "172.31.255.255": "private",
    "192.168.1.1": "private",
    "198.18.0.1": "private",
    "::ffff:10.0.0.1": "private",
    "2002:a00:1::": "private",
    "fc00::1": "private",
    "fdff::1": "private",
    "100.64.0.1": "carrier",
    "100.127.255.255": "carrier",
    "64:ff9b::100.64.0.1": "carrier",
}
NEVER = {
    "169.254.169.254": "metadata",
    "::ffff:169.254.169.254": "metadata",
    "64:ff9b::169.254.169.254": "metadata",
    "2002:a9fe:a9fe::": "metadata",
    "100.100.100.200": "metadata",
    "168.63.129.16": "metadata",
    "192.0.0.192": "metadata",
    "fd00:ec2::254": "metadata",
    "fd20:ce::254": "metadata",
    "169.254.0.1": "link-local",
    "fe80::1": "link-local",
    "fe80::1%eth0": "link-local",
    "0.0.0.0": "unspecified",
    "0.1.2.3": "unspecified",
    "::": "unspecified",
    "::ffff:0.0.0.0": "unspecified",
    "224.0.0.1": "multicast",
    "239.255.255.255": "multicast",
    "ff02::1": "multicast",
    "240.0.0.1": "reserved",
    "255.255.255.255": "reserved",
    "192.0.0.1": "reserved",
    "192.0.2.1": "reserved",
    "198.51.100.1": "reserved",
    "203.0.113.1": "reserved",
    "2001:db8::1": "reserved",
    "2001:20::1": "reserved",
    "3fff::1": "reserved",
    "fec0::1": "reserved",
    "100::1": "reserved",
    "64:ff9b:1::10.0.0.1": "reserved",
    "4000::1": "reserved",
}
PUBLIC = [
    "8.8.8.8",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "223.255.255.255",
    "2606:4700::1111",
    "2001:4860:4860::8888",
    "::ffff:8.8.8.8",
    "64:ff9b::8.8.8.8",
    "2002:808:808::1",
]


@pytest.mark.parametrize(("address", "word"), NEARBY.items())
def test_a_place_nearby_can_be_allowed(address, word):
    kind = kind_of(ip_address(address))

    assert word in kind.words
    assert not kind.is_never


@pytest.mark.parametrize(("address", "word"), NEVER.items())
def test_these_places_are_never_asked(address, word):
    kind = kind_of(ip_address(address))

    assert word in kind.words
    assert kind.is_never


@pytest.mark.parametrize("address", PUBLIC)
def test_the_rest_is_public(address):
    assert kind_of(ip_address(address)) is None
