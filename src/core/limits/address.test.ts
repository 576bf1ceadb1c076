import { describe, expect, it } from 'vitest';
import { clientOf, household, trustedOf } from './address.ts';

const trusted = trustedOf(['127.0.0.1', '10.0.0.0/8', 'fd00::/8'])!;

describe('whose address it is', () => {
  it('is that of the other end, whatever a stranger writes into the header', () => {
    expect(clientOf('192.0.2.7', '198.51.100.1, 127.0.0.1', trusted)).toBe('192.0.2.7');
    expect(clientOf('192.0.2.7', null, trusted)).toBe('192.0.2.7');
    expect(clientOf('10.0.0.1', '198.51.100.1', () => false)).toBe('10.0.0.1');
  });

  it('is what the last trusted proxy saw: what stands before it anybody may have invented', () => {
    expect(clientOf('127.0.0.1', '203.0.113.5', trusted)).toBe('203.0.113.5');
    expect(clientOf('::ffff:127.0.0.1', '1.1.1.1, 203.0.113.5, 10.2.3.4', trusted)).toBe('203.0.113.5');
    expect(clientOf('fd00::2', '[2001:db8::1]:4711', trusted)).toBe('2001:db8::1');
    expect(clientOf('127.0.0.1', '203.0.113.5:80', trusted)).toBe('203.0.113.5');
  });

  it('stays that of the proxy where it says nothing that is an address', () => {
    for (const said of [null, '', 'unknown', '_hidden', '<script>', '203.0.113.5, nonsense', '999.1.1.1', '10.0.0.9'])
      expect(['127.0.0.1', '10.0.0.9']).toContain(clientOf('127.0.0.1', said, trusted));
  });

  it('is one for a household: an IPv4 address, or a /64 however it is written', () => {
    expect(household('203.0.113.5')).toBe('203.0.113.5');
    for (const same of ['2001:db8:1:2::1', '2001:0DB8:0001:0002:ffff::', '2001:db8:1:2:3:4:5:6'])
      expect(household(same)).toBe('2001:db8:1:2::/64');
    expect(household('2001:db8:1:3::1')).not.toBe(household('2001:db8:1:2::1'));
    expect([household('::1'), household('2001:db8::'), household('')]).toEqual([
      '0:0:0:0::/64',
      '2001:db8:0:0::/64',
      '',
    ]);
  });
});

describe('trusted proxies', () => {
  it('are addresses and networks; anything else is none', () => {
    expect(trustedOf([])!('127.0.0.1')).toBe(false);
    expect(trusted('10.255.0.1') && trusted('fd12::1') && !trusted('11.0.0.1') && !trusted('proxy')).toBe(true);
    for (const wrong of ['proxy.local', '10.0.0.0/33', '10.0.0/8', 'fd00::/129', '10.0.0.0/8/8', '10.0.0.0/', '*'])
      expect([wrong, trustedOf([wrong])]).toEqual([wrong, null]);
  });
});
