-- FL: the same money seen twice. A link goes from the pledge that is counted less to the one where that money is counted.
create table funding_links (
  id uuid not null,
  pledge_id uuid not null,
  counted_in_id uuid not null,
  kind text not null,
  -- In the currency of the pledge that is counted less.
  amount numeric(24, 6) not null,
  note text,
  state text not null default 'proposed',
  origin text not null,
  -- Why it was proposed, as the finder saw it: {"because": ["same_provider"], "off": "0.004", "days": 12}.
  reasons jsonb not null default '{}',
  -- What stood of the two when it was proposed, or declined: it is not proposed again before that has changed.
  pledge_stood numeric(24, 6) not null,
  counted_in_stood numeric(24, 6) not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decided_reason text,
  ended_by uuid,
  ended_at timestamptz,
  ended_reason text,
  version integer not null default 1,
  constraint funding_links_key primary key (id),
  constraint funding_links_pledge foreign key (pledge_id) references pledges (id),
  constraint funding_links_counted_in foreign key (counted_in_id) references pledges (id),
  constraint funding_links_proposer foreign key (proposed_by) references people (id),
  constraint funding_links_decider foreign key (decided_by) references people (id),
  constraint funding_links_ender foreign key (ended_by) references people (id),
  constraint funding_links_two check (pledge_id <> counted_in_id),
  constraint funding_links_amount check (amount > 0),
  constraint funding_links_kind check (kind in ('co_funds', 'passes_through', 'same_money', 'matches')),
  constraint funding_links_origin check (origin in ('finder', 'person', 'source')),
  constraint funding_links_reasons check (jsonb_typeof(reasons) = 'object'),
  constraint funding_links_state check (case state
    when 'proposed' then num_nonnulls(decided_at, decided_by, decided_reason, ended_at, ended_by, ended_reason) = 0
    when 'decided' then num_nulls(decided_at, decided_reason) = 0 and num_nonnulls(ended_at, ended_by, ended_reason) = 0
    when 'declined' then num_nulls(decided_at, decided_reason) = 0 and num_nonnulls(ended_at, ended_by, ended_reason) = 0
    when 'ended' then num_nulls(decided_at, decided_reason, ended_at, ended_reason) = 0
    else false end),
  constraint funding_links_another_decides check (decided_by <> proposed_by)
);
create unique index funding_links_one_live on funding_links (pledge_id, counted_in_id) where state in ('proposed', 'decided');
create index funding_links_pledge_index on funding_links (pledge_id);
create index funding_links_counted_in_index on funding_links (counted_in_id);
create index funding_links_recent on funding_links (state, proposed_at desc, id desc);
create trigger funding_links_stay before delete on funding_links for each row execute function forbid_change();

-- What a provider says against a link that was decided; it stands beside it.
create table funding_link_objections (
  id uuid not null,
  link_id uuid not null,
  pledge_id uuid not null,
  words text not null,
  written_by uuid,
  written_at timestamptz not null,
  constraint funding_link_objections_key primary key (id),
  constraint funding_link_objections_link foreign key (link_id) references funding_links (id),
  constraint funding_link_objections_pledge foreign key (pledge_id) references pledges (id),
  constraint funding_link_objections_writer foreign key (written_by) references people (id),
  constraint funding_link_objections_words check (length(btrim(words)) between 1 and 1000)
);
create index funding_link_objections_link_index on funding_link_objections (link_id, written_at);
create trigger funding_link_objections_append_only before update or delete on funding_link_objections for each row execute function forbid_change();

-- What still stands of a pledge, in its own currency (FI-8).
create function pledge_stands(wanted uuid) returns numeric language sql stable parallel safe as $$
  select p.amount + coalesce((select sum(t.value) from transactions t where t.pledge_id = p.id and t.type_code = '12' and t.currency = p.currency), 0)
  from pledges p where p.id = wanted
$$;

-- Whoever decides about links waits here. The two pledges alone are not enough: four links between four pledges could close a ring
-- while no two of their writers meet at a row. Always this lock first and the rows in the order of their ids, so that nobody waits in a ring.
create function lock_funding_links(one uuid, other uuid) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('funding_links'));
  perform from pledges where id in (one, other) order by id for no key update;
end $$;

-- FL-1: proposed -> decided | declined, decided -> ended; what ended or was declined stays as it is, and so do the two pledges of a link.
create function funding_links_life() returns trigger language plpgsql as $$
begin
  if (new.pledge_id, new.counted_in_id, new.origin, new.proposed_by, new.proposed_at) is distinct from (old.pledge_id, old.counted_in_id, old.origin, old.proposed_by, old.proposed_at)
    or old.state in ('declined', 'ended')
    or (old.state = 'decided' and new.state not in ('decided', 'ended'))
    or (old.state = 'proposed' and new.state = 'ended')
    or (old.state = 'decided' and new.state = 'ended' and (new.kind, new.amount) is distinct from (old.kind, old.amount)) then
    raise exception 'FL-1: % does not become %', old.state, new.state using errcode = 'check_violation', constraint = 'funding_links_life';
  end if;
  return new;
end $$;
create trigger funding_links_life before update on funding_links for each row execute function funding_links_life();

-- FL-2, FL-3: what is decided about a pledge is never more than what stands of it, and no money goes round in a circle.
create function funding_links_rules() returns trigger language plpgsql as $$
declare
  stands numeric;
  linked numeric;
begin
  perform lock_funding_links(new.pledge_id, new.counted_in_id);
  stands := pledge_stands(new.pledge_id);
  select sum(amount) into linked from funding_links where pledge_id = new.pledge_id and state = 'decided';
  if linked > stands then
    raise exception 'FL-2: % would be linked, % stands', linked, stands using errcode = 'check_violation', constraint = 'funding_links_within_pledge';
  end if;
  if exists (
    with recursive reached as (
      select new.counted_in_id as id
      union
      select l.counted_in_id from funding_links l join reached r on l.pledge_id = r.id where l.state = 'decided'
    )
    select from reached where id = new.pledge_id
  ) then
    raise exception 'FL-3: the money would be counted in itself' using errcode = 'check_violation', constraint = 'funding_links_no_cycle';
  end if;
  return null;
end $$;
create trigger funding_links_rules_insert after insert on funding_links for each row when (new.state = 'decided') execute function funding_links_rules();
create trigger funding_links_rules_update after update on funding_links for each row
  when (new.state = 'decided' and (old.state, old.amount) is distinct from (new.state, new.amount)) execute function funding_links_rules();

-- A link's amount is in the currency of its pledge, which therefore stays while the link lives.
create function pledges_linked_currency() returns trigger language plpgsql as $$
begin
  if exists (select from funding_links where pledge_id = new.id and state in ('proposed', 'decided')) then
    raise exception 'a link counts in %', old.currency using errcode = 'check_violation', constraint = 'pledges_linked_currency';
  end if;
  return new;
end $$;
create trigger pledges_linked_currency before update on pledges for each row when (new.currency <> old.currency) execute function pledges_linked_currency();

-- FL-4: what each decided link takes off its pledge now. Of a pledge that was reduced since, links together never take more than what
-- stands: those that were decided first come first. Money is taken off only where whoever sees this pledge finds it in the other.
create view funding_link_effects as
  with wanted as (
    select l.id, l.pledge_id, l.counted_in_id, l.kind, l.decided_at, pledge_stands(l.pledge_id) as stands,
      case
        when l.kind = 'co_funds' then 0
        -- FL-5: in the proportion in which the other pledge is committed.
        when l.kind = 'matches' then l.amount - round(l.amount * case when other.stands > 0 then greatest(0, least(1, other.committed / other.stands)) else 0 end, k.exponent)
        when other.stands > 0 and (c.kind = 'guarantee') = (p.kind = 'guarantee') and case c.visibility
          when 'public' then true
          when 'members' then p.visibility <> 'public'
          when 'coalition' then p.visibility in ('coalition', 'private') and c.coalition_id = p.coalition_id
          else p.visibility = 'private' and c.coalition_id = p.coalition_id
            and (c.provider_organisation_id, c.provider_country_iso2) is not distinct from (p.provider_organisation_id, p.provider_country_iso2) end
          then l.amount
        else 0
      end as off
    from funding_links l join pledges p on p.id = l.pledge_id join pledges c on c.id = l.counted_in_id join currencies k on k.code = p.currency
      cross join lateral (select pledge_stands(c.id) as stands,
        case when l.kind = 'matches' then coalesce((select sum(t.value) from transactions t where t.pledge_id = c.id and t.type_code = '2' and t.currency = c.currency), 0) end as committed) other
    where l.state = 'decided'
  )
  select id as link_id, pledge_id, counted_in_id, kind,
    greatest(0, least(off, stands - (sum(off) over (partition by pledge_id order by decided_at, id) - off))) as taken_off
  from wanted;

-- What the finder compares by: pledges of one provider in one currency by size, and pledges that carry the same IATI identifier.
create index pledges_likeness on pledges (coalesce(provider_organisation_id::text, provider_country_iso2), currency, amount, id);
create index pledges_iati_index on pledges (iati_identifier, id) where iati_identifier is not null;

select audited('funding_links', 'id', 'pledges', 'pledge_id');
select audited('funding_link_objections', 'id', 'pledges', 'pledge_id');
