// The ten invariants of money as queries that must find nothing. For tests after each event, and for real files.

export type InvariantCheck = { readonly name: string; readonly sql: string }

/** Each query gives one row a violation. */
export const invariantChecks: readonly InvariantCheck[] = [
  {
    // Every row moves one positive amount of one asset between two accounts, so a sum cannot be off; what can be off is that row.
    name: '1 every transfer is balanced',
    sql: `select id from ledger_transfer where amount <= 0 or debit = credit
      union all select 0 from (select asset, sum(balance) as total from balance group by asset) where total <> 0
      union all select 0 from ledger_tx t where not exists (select 1 from ledger_transfer x where x.tx_id = t.id)`,
  },
  {
    name: '2 balances equal the sum of their transfers, and the chain is unbroken',
    sql: `with moved as (
        select debit as account, asset, -amount as change from ledger_transfer
        union all select credit, asset, amount from ledger_transfer),
      total as (select account, asset, sum(change) as balance from moved group by account, asset),
      steps as (
        select debit as account, asset, id, -amount as change, debit_after as after from ledger_transfer
        union all select credit, asset, id, amount, credit_after from ledger_transfer),
      chain as (
        select change, after, lag(after, 1, 0) over (partition by account, asset order by id) as before from steps)
      select account from total where balance <> coalesce(
        (select b.balance from balance b where b.account = total.account and b.asset = total.asset), 0)
      union all select account from balance b where balance <> 0 and not exists (
        select 1 from total where total.account = b.account and total.asset = b.asset)
      union all select 'chain' from chain where after <> before + change`,
  },
  {
    name: '3 no wallet and no hold below zero',
    sql: `select account from balance where balance < 0 and (account like 'wallet:%' or account like 'hold:%')`,
  },
  {
    name: '4 a completed order has exactly one credit and one credited payment',
    sql: `select id from (
        select o.id, o.state, o.completed_at,
          (select count(*) from ledger_tx t where t.order_id = o.id and t.kind in ('order-credit', 'order-plan')) as posted,
          (select count(*) from payment p where p.order_id = o.id and p.disposition in ('credited', 'refunded')) as paid
        from orders o)
      where (completed_at is not null) <> (posted = 1) or (completed_at is not null) <> (paid = 1)`,
  },
  {
    name: '5 each payment is in exactly one place, and the provider account agrees',
    sql: `select p.id from payment p left join orders o on o.id = p.order_id
      where (p.disposition = 'suspense') <> (exists (select 1 from ledger_tx t where t.idem_key = 'txn:' || p.id)
          and not exists (select 1 from ledger_tx t where t.idem_key = 'resolve:' || p.id))
        or (p.disposition = 'granted') <> exists (select 1 from ledger_tx t where t.idem_key = 'grant:' || p.id)
        or (p.disposition = 'received' and coalesce(o.state, '') <> 'processing')
      union all select channel from (
        select p.channel, sum(case when p.disposition = 'received' then 0 when p.disposition = 'returned'
              and exists (select 1 from ledger_tx t where t.idem_key = 'payback:' || p.id) then 0 else p.amount end) as paid,
          (select coalesce(sum(r.amount), 0) from refund r join orders o on o.id = r.order_id
            where o.channel = p.channel and r.state = 'returned') as returned
        from payment p group by p.channel) c
      where c.paid - c.returned <> -coalesce((select balance from balance where account = 'provider:' || c.channel and asset = 'CNY'), 0)`,
  },
  {
    name: '6 refunds never exceed what was paid',
    sql: `select o.id from orders o
      where o.refunded <> (select coalesce(sum(r.amount), 0) from refund r where r.order_id = o.id and r.state = 'returned')
        or o.refunded > o.amount or (o.state = 'refunded') <> (o.refunded = o.amount)
        or o.amount < (select coalesce(sum(r.amount), 0) from refund r where r.order_id = o.id and r.state <> 'rejected')`,
  },
  {
    name: '7 a redeemed code has exactly one credit, to who redeemed it',
    sql: `select c.id from redeem_code c where (c.redeemed_by is not null) <> exists (
        select 1 from ledger_tx t join ledger_transfer x on x.tx_id = t.id
        where t.idem_key = 'redeem:' || c.id and x.credit = 'wallet:' || c.redeemed_by and x.amount = c.units)
      union all select t.id from ledger_tx t where t.kind = 'redeem' and not exists (
        select 1 from redeem_code c where 'redeem:' || c.id = t.idem_key and c.redeemed_by is not null)`,
  },
  {
    name: '8 no money fact is lost: every accepted notice points to its payment',
    sql: `select id from notice where (state = 'accepted') <> (payment_id is not null) or (state = 'rejected') <> (reason is not null)`,
  },
  {
    // Repeats and reordering cannot be seen in one state; what they would leave behind can: a wallet that its lots do not explain.
    name: '9 a wallet holds exactly what its lots hold',
    sql: `select a.id from account a where
        coalesce((select balance from balance where account = 'wallet:' || a.id and asset = 'CREDIT'), 0)
        <> coalesce((select sum(remaining) from lot where lot.account_id = a.id), 0)`,
  },
  {
    name: '10 no order stands between two states, and its history ends in its state',
    sql: `select o.id from orders o where (o.state = 'processing') <> exists (
        select 1 from payment p where p.order_id = o.id and p.disposition = 'received')
      union all select o.id from orders o where o.state <> (
        select e.to_state from order_event e where e.order_id = o.id order by e.id desc limit 1)`,
  },
]
