"""Number and chain entries at commit; refuse to change or delete them."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION journal_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last_seq bigint;
    last_hash bytea;
BEGIN
    -- One lock for the whole chain, taken at commit and kept until it is done.
    PERFORM pg_advisory_xact_lock(7301202401);
    SELECT seq, hash INTO last_seq, last_hash
        FROM journal_entry WHERE seq IS NOT NULL ORDER BY seq DESC LIMIT 1;
    UPDATE journal_entry
        SET seq = COALESCE(last_seq, 0) + 1,
            hash = sha256(
                COALESCE(last_hash, decode(repeat('00', 32), 'hex')) || convert_to(NEW.text, 'UTF8'))
        WHERE id = NEW.id;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER journal_chain_at_commit
    AFTER INSERT ON journal_entry DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION journal_chain();

CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'journal_entry' THEN
        -- Only the chain's own first numbering may pass.
        IF OLD.seq IS NULL AND OLD.hash IS NULL AND NEW.hash IS NOT NULL
            AND (NEW.id, NEW.uid, NEW.text, NEW.action, NEW.subject_kind, NEW.subject_uid, NEW.at)
              = (OLD.id, OLD.uid, OLD.text, OLD.action, OLD.subject_kind, OLD.subject_uid, OLD.at)
            AND pg_trigger_depth() > 1
        THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'the journal is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE FUNCTION journal_arrive_unnumbered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.seq := NULL;
    NEW.hash := NULL;
    RETURN NEW;
END $$;

CREATE TRIGGER journal_entry_arrives BEFORE INSERT ON journal_entry
    FOR EACH ROW EXECUTE FUNCTION journal_arrive_unnumbered();
CREATE TRIGGER journal_entry_stays BEFORE UPDATE OR DELETE ON journal_entry
    FOR EACH ROW EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER journal_entry_is_not_emptied BEFORE TRUNCATE ON journal_entry
    FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
CREATE TRIGGER journal_detail_stays BEFORE UPDATE ON journal_personaldetail
    FOR EACH ROW EXECUTE FUNCTION journal_refuse();
"""

BACKWARD = """
DROP TRIGGER journal_detail_stays ON journal_personaldetail;
DROP TRIGGER journal_entry_is_not_emptied ON journal_entry;
DROP TRIGGER journal_entry_stays ON journal_entry;
DROP TRIGGER journal_entry_arrives ON journal_entry;
DROP TRIGGER journal_chain_at_commit ON journal_entry;
DROP FUNCTION journal_arrive_unnumbered();
DROP FUNCTION journal_refuse();
DROP FUNCTION journal_chain();
"""


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
