-- WG-6: what came to a session since minutes were first sealed stays with them as well; what becomes of a decision later lives on.
select kept_when_sealed('session_links', 'session_id');
drop trigger sealed_stays on decisions;
select kept_when_sealed('decisions', 'session_id', 'status', 'confirmed_in', 'confirmed_at', 'adopted_on', 'review_on', 'supersedes_id', 'lapsed_in');
