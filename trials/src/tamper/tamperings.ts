import { type ChainedEntry, chain, type Link } from '@shiji/server/platform/ledger/chain'
import { ENTRY_COLUMNS, SEAL_COLUMNS } from '@shiji/server/platform/ledger/seal-ledger'
import type { LedgerFault } from '@shiji/server/platform/ledger/verify-ledger'
import type { PoolClient } from 'pg'
import type { Chance } from '../chance.ts'

/** The sealed ledger a forger meets: how many entries, and which numbers were noted outside the database. */
export type Target = { readonly client: PoolClient; readonly sealed: number; readonly anchored: readonly number[] }

/** What the forger did, and how the ledger must name it. */
type Forgery = { readonly did: string; readonly isNamed: (fault: LedgerFault) => boolean }

type Tampering = (target: Target, chance: Chance) => Promise<Forgery>

export const SCHEMA = 'tenant_chenghu'

/** Everything a forger with all rights on the database may do behind the product's back. */
export const TAMPERINGS: readonly Tampering[] = [
  editEntry,
  editEntry,
  editSeal,
  editSeal,
  deleteEntry,
  deleteSeal,
  deleteBoth,
  swapEntries,
  swapSeals,
  insertEntry,
  cutTail,
  rewriteChain,
]

const names = (number: number) => (fault: LedgerFault) =>
  (fault.kind === 'seal-missing' && fault.number <= BigInt(number) && BigInt(number) <= fault.last) ||
  (fault.kind === 'tail-cut' && fault.number < BigInt(number)) ||
  ('entryId' in fault && 'number' in fault && fault.number === BigInt(number))

async function editEntry(target: Target, chance: Chance): Promise<Forgery> {
  const number = anyNumber(target, chance)
  const { name, value } = await anyChange(target, 'ledger_entry', chance)
  await target.client.query(`update ledger_entry set ${name} = ${value} where id = ${entryOf(number)}`)
  const kind = name === 'id' ? 'entry-missing' : 'entry-changed'
  const isNamed = (fault: LedgerFault) => fault.kind === kind && names(number)(fault)
  return { did: `entry ${number}: ${name} = ${value}`, isNamed }
}

async function editSeal(target: Target, chance: Chance): Promise<Forgery> {
  const number = anyNumber(target, chance)
  const { name, value } = await anyChange(target, 'ledger_seal', chance)
  await target.client.query(`update ledger_seal set ${name} = ${value} where number = ${number}`)
  const isHash = name === 'sha256' || name === 'sm3'
  const isNamed = (fault: LedgerFault) => names(number)(fault) && (!isHash || fault.kind === 'seal-changed')
  return { did: `seal ${number}: ${name} = ${value}`, isNamed }
}

async function deleteEntry(target: Target, chance: Chance): Promise<Forgery> {
  const number = anyNumber(target, chance)
  await target.client.query(`delete from ledger_entry where id = ${entryOf(number)}`)
  const isNamed = (fault: LedgerFault) => fault.kind === 'entry-missing' && names(number)(fault)
  return { did: `entry ${number} deleted`, isNamed }
}

async function deleteSeal(target: Target, chance: Chance): Promise<Forgery> {
  const number = anyNumber(target, chance)
  await target.client.query(`delete from ledger_seal where number = ${number}`)
  return { did: `seal ${number} deleted`, isNamed: names(number) }
}

async function deleteBoth(target: Target, chance: Chance): Promise<Forgery> {
  const number = anyNumber(target, chance)
  await target.client.query(
    `with gone as (delete from ledger_seal where number = ${number} returning entry_id)
     delete from ledger_entry where id in (select entry_id from gone)`,
  )
  return { did: `entry ${number} deleted with its seal`, isNamed: names(number) }
}

async function swapEntries(target: Target, chance: Chance): Promise<Forgery> {
  const [first, second] = twoNumbers(target, chance)
  await target.client.query(
    `update ledger_entry set did = other.did, detail = other.detail, request_id = other.request_id
       from (select id, did, detail, request_id from ledger_entry) other
      where (ledger_entry.id = ${entryOf(first)} and other.id = ${entryOf(second)})
         or (ledger_entry.id = ${entryOf(second)} and other.id = ${entryOf(first)})`,
  )
  return { did: `entries ${first} and ${second} swapped`, isNamed: names(first) }
}

async function swapSeals(target: Target, chance: Chance): Promise<Forgery> {
  const [first, second] = twoNumbers(target, chance)
  await target.client.query(
    `update ledger_seal set number = -number where number in (${first}, ${second});
     update ledger_seal set number = ${first + second} + number where number < 0`,
  )
  return { did: `seals ${first} and ${second} swapped`, isNamed: names(second) }
}

async function insertEntry(target: Target, chance: Chance): Promise<Forgery> {
  const number = chance.below(target.sealed - 1) + 1
  const id = chance.uuid()
  await target.client.query(
    `insert into ledger_entry (id, at, actor_id, did, request_id, detail, written_by)
     select '${id}', at, actor_id, did, request_id, detail, written_by from ledger_entry where id = ${entryOf(number)}`,
  )
  const isNamed = (fault: LedgerFault) => fault.kind === 'entry-inserted' && fault.entryId === id
  return { did: `entry ${id} inserted beside ${number}`, isNamed }
}

async function cutTail(target: Target, chance: Chance): Promise<Forgery> {
  const last = target.sealed - 1 - chance.below(target.sealed)
  const withEntries = chance.hit(0.5)
  await target.client.query(
    withEntries
      ? `with gone as (delete from ledger_seal where number > ${last} returning entry_id)
         delete from ledger_entry where id in (select entry_id from gone)`
      : `delete from ledger_seal where number > ${last}`,
  )
  const isNamed = (fault: LedgerFault) => fault.kind === 'tail-cut' && fault.number === BigInt(last)
  return { did: `cut behind ${last}${withEntries ? ' with the entries' : ''}`, isNamed }
}

/** A forger who knows the algorithm changes an entry and computes every later link anew. */
async function rewriteChain(target: Target, chance: Chance): Promise<Forgery> {
  const { client, anchored } = target
  const from = anyNumber(target, chance)
  await client.query(`update ledger_entry set did = did || '.other' where id = ${entryOf(from)}`)
  const { rows } = await client.query(
    `select ${SEAL_COLUMNS}, ${ENTRY_COLUMNS} from ledger_seal s join ledger_entry e on e.id = s.entry_id
      where s.number >= ${from - 1} order by s.number`,
  )
  let link: Link = { sha256: '0'.repeat(64), sm3: '0'.repeat(64) }
  for (const row of rows as (ChainedEntry & Link & { number: string; sealedAt: string })[]) {
    const number = BigInt(row.number)
    if (number < BigInt(from)) link = row
    else {
      link = chain(link, { number, sealedAt: row.sealedAt }, row)
      await client.query('update ledger_seal set sha256 = $1, sm3 = $2 where number = $3', [
        link.sha256,
        link.sm3,
        row.number,
      ])
    }
  }
  const first = anchored.find((number) => number >= from)
  const isNamed = (fault: LedgerFault) => fault.kind === 'rewritten' && fault.number === BigInt(first ?? -1)
  return { did: `chain written anew from ${from}`, isNamed }
}

function anyNumber({ sealed }: Target, chance: Chance): number {
  return chance.below(sealed) + 1
}

function twoNumbers(target: Target, chance: Chance): [number, number] {
  const first = anyNumber(target, chance)
  return [first, ((first + chance.below(target.sealed - 1)) % target.sealed) + 1]
}

function entryOf(number: number): string {
  return `(select entry_id from ledger_seal where number = ${number})`
}

/** Any column the table has, so that one added later is tried as well. */
async function anyChange({ client, sealed }: Target, table: string, chance: Chance) {
  const { rows } = await client.query(
    `select column_name as name, data_type as type from information_schema.columns
      where table_schema = '${SCHEMA}' and table_name = '${table}' order by ordinal_position`,
  )
  const { name, type } = chance.pick(rows as { name: string; type: string }[])
  return { name, value: changed(name, type, { chance, sealed }) }
}

function changed(name: string, type: string, { chance, sealed }: { chance: Chance; sealed: number }): string {
  switch (type) {
    case 'uuid':
      return `'${chance.uuid()}'`
    case 'text':
      return chance.hit(0.5) ? `${name} || '0'` : `reverse(${name}) || 'x'`
    case 'timestamp with time zone':
      return `${name} - interval '${chance.below(100_000) + 1} microseconds' * ${chance.below(10_000) + 1}`
    case 'jsonb':
      return `${name} || '{"${chance.text('abc', 6)}": ${chance.below(1000)}}'`
    case 'bigint':
      return chance.pick([`-${name}`, `${name} + ${sealed}`, '9223372036854775807'])
    case 'xid8':
      return `(${name}::text::bigint + ${chance.below(9) + 1})::text::xid8`
    default:
      throw new Error(`no forgery for ${type}`)
  }
}
