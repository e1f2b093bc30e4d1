-- Whoever wrote something is not always the holder of the floor any more.
ALTER TABLE "utterance" RENAME COLUMN "holder" TO "by";
ALTER TABLE "utterance" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'speech';
ALTER TABLE "utterance" ALTER COLUMN "kind" DROP DEFAULT;

-- A check-in from before there were formats had turns of the agreement's length without end. It goes on as a weekly of
-- fifteen minutes with such turns; one that is already past the last of them closes after the turn it is in.
CREATE FUNCTION pg_temp.planned(steps TEXT[], turn_ms JSONB) RETURNS JSONB LANGUAGE sql AS $$
  SELECT jsonb_agg(jsonb_build_object(
    'by', by, 'steps', jsonb_build_array(step), 'turnMs', turn_ms, 'reflection', false) ORDER BY place, by DESC)
  FROM unnest(steps) WITH ORDINALITY AS s(step, place), unnest(ARRAY['starter', 'other']) AS by
$$;
CREATE FUNCTION pg_temp.floor(floor JSONB, turn_ms JSONB) RETURNS JSONB LANGUAGE sql AS $$
  SELECT CASE WHEN floor->>'kind' IN ('turn', 'grace')
    THEN floor || jsonb_build_object('wholeMs', turn_ms, 'hand', false, 'more', 'none', 'reflected', false)
    ELSE floor END
$$;

UPDATE "check_in" SET "room" = "room" || jsonb_build_object(
  'plan', jsonb_build_object(
    'format', 'weekly',
    'minutes', 15,
    'practice', false,
    'turns', pg_temp.planned(ARRAY['thanks', 'well', 'topic', 'help'], "room"#>'{rules,turnMs}'),
    'tableTurns', pg_temp.planned(ARRAY['thanks', 'well', 'topic', 'help'], "room"#>'{rules,turnMs}')),
  'planEpoch', 0,
  'way', CASE WHEN "room"->>'openedAtMs' IS NULL THEN 'null'::jsonb ELSE '"written"'::jsonb END,
  'pace', 'timed',
  'slower', false,
  'asides', 0,
  'owedMs', '{"a": 0, "b": 0}'::jsonb);
UPDATE "check_in" SET "room" = jsonb_set("room", '{phase,floor}', pg_temp.floor("room"#>'{phase,floor}', "room"#>'{rules,turnMs}'))
  WHERE "room"#>'{phase,floor}' IS NOT NULL;
UPDATE "check_in" SET "room" = jsonb_set("room", '{phase,interrupted,floor}',
    pg_temp.floor("room"#>'{phase,interrupted,floor}', "room"#>'{rules,turnMs}'))
  WHERE "room"#>'{phase,interrupted,floor}' IS NOT NULL;
-- A yes was for a check-in without a plan; it is asked for again.
UPDATE "check_in_quiet" SET "quiet" = "quiet" || '{"willing": {"a": null, "b": null}, "comfort": {"a": null, "b": null}, "back": {"a": null, "b": null}}';
