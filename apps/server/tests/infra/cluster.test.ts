import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { openDataFolder } from '../../src/infra/data-folder.ts'
import { createLogger } from '../../src/infra/logger.ts'
import { Cluster, clusterExists } from '../../src/infra/postgres/cluster.ts'
import { PostgresSupervisor } from '../../src/infra/postgres/supervisor.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { until } from '../support/until.ts'

test('starts from nothing, keeps its data over a stop, and answers this machine only', async () => {
  const folder = dataFolder()
  expect(clusterExists(folder)).toBe(false)
  const first = await openCluster(folder)
  expect(await first.start()).toBe('started')
  expect(await ask(first, 'SHOW listen_addresses')).toBe('127.0.0.1')
  expect(await ask(first, `SELECT lower('É')`)).toBe('é')
  await ask(first, 'CREATE TABLE kept AS SELECT 42 AS answer')
  await first.stop()
  expect(first.pid).toBeNull()

  const second = await openCluster(folder)
  expect(await second.start()).toBe('started')
  expect(await ask(second, 'SELECT answer FROM kept')).toBe(42)
})

test('joins a server that runs already', async () => {
  const folder = dataFolder()
  const first = await openCluster(folder)
  await first.start()
  const second = await openCluster(folder)
  expect(await second.start()).toBe('joined')
  expect(second.url()).toBe(first.url())
})

test('what was committed is there after kill -9 of the whole server', async () => {
  const folder = dataFolder()
  const first = await openCluster(folder)
  await first.start()
  await ask(first, 'CREATE TABLE kept AS SELECT 42 AS answer')
  kill(first)
  const second = await openCluster(folder)
  await second.start()
  expect(await ask(second, 'SELECT answer FROM kept')).toBe(42)
})

test('a stale file that names a living stranger does not keep the server from starting', async () => {
  const folder = dataFolder()
  const cluster = await openCluster(folder)
  writeFileSync(join(folder, 'postgres', 'pgdata', 'postmaster.pid'), `${process.pid}\n${folder}\n0\n1\n`)
  expect(await cluster.start()).toBe('started')
})

test('a first start that was killed half way leaves nothing in the way', async () => {
  const folder = dataFolder()
  mkdirSync(join(folder, 'postgres', 'init-abc123'), { recursive: true })
  const cluster = await openCluster(folder)
  expect(await cluster.start()).toBe('started')
})

test('files of another PostgreSQL version are refused with both versions', async () => {
  const folder = dataFolder()
  await openCluster(folder)
  writeFileSync(join(folder, 'postgres', 'pgdata', 'PG_VERSION'), '15\n')
  await expect(Cluster.open(folder)).rejects.toThrow(/PostgreSQL 15.*comes with 18/)
})

test('a server that is killed is started again on the same address, over and over', async () => {
  const cluster = await openCluster(dataFolder())
  await cluster.start()
  await ask(cluster, 'CREATE TABLE kept AS SELECT 42 AS answer')
  const supervisor = new PostgresSupervisor(cluster, createLogger('silent'))
  for (let round = 0; round < 3; round += 1) {
    const url = cluster.url()
    const killed = kill(cluster)
    await until(
      'the server is back',
      async () => cluster.pid !== null && cluster.pid !== killed && (await answers(cluster)),
    )
    expect(cluster.url()).toBe(url)
    expect(await ask(cluster, 'SELECT answer FROM kept')).toBe(42)
  }
  await supervisor.stop()
  expect(cluster.pid).toBeNull()
})

function dataFolder(): string {
  const folder = temporaryFolder()
  openDataFolder(folder)
  return folder
}

async function openCluster(folder: string): Promise<Cluster> {
  const cluster = await Cluster.open(folder)
  onTestFinished(() => cluster.stop())
  return cluster
}

function kill(cluster: Cluster): number {
  const { pid } = cluster
  if (pid === null) throw new Error('the server is not running')
  process.kill(pid, 'SIGKILL')
  return pid
}

async function ask(cluster: Cluster, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: cluster.url() })
  await client.connect()
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}

async function answers(cluster: Cluster): Promise<boolean> {
  try {
    await ask(cluster, 'SELECT 1')
    return true
  } catch {
    return false // not yet
  }
}
