/**
 * Where a server is to listen.
 *
 * @module
 */

import { CommandError } from '../errors.ts';

const NAIVE_IP =
  /^(?:(?:(\d{1,3}(?:\.\d{1,3}){3})|(\[[a-fA-F0-9:]+\])|([a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*)):)?(\d+)$/;

/** An address taken apart. */
export interface Addrport {
  /** Without brackets; empty where none was given. */
  addr: string;
  port: string;
  /** Whether the address is one of IPv6 itself. */
  isIpv6: boolean;
}

/** Takes `port` or `address:port` apart. @throws {CommandError} @models django.core.management.commands.runserver:naiveip_re */
export function parseAddrport(given: string, wantsIpv6: boolean): Addrport {
  const found = NAIVE_IP.exec(given);
  if (!found) {
    throw new CommandError(`"${given}" is not a valid port number or address:port pair.`);
  }
  const [, ipv4, ipv6, fqdn, port = ''] = found;
  if (ipv4 !== undefined && wantsIpv6) {
    throw new CommandError(`"${ipv4}" is not a valid IPv6 address.`);
  }
  const addr = ipv4 ?? ipv6?.slice(1, -1) ?? fqdn ?? '';
  return { addr, port, isIpv6: ipv6 !== undefined };
}
