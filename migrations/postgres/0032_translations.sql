-- What a plan says, in the languages of its readers. The wording of the decree stays the one that binds; a translation is an
-- administrator's.
ALTER TABLE measure ADD COLUMN section_uz_cyrl TEXT;
ALTER TABLE measure ADD COLUMN section_ru TEXT;
ALTER TABLE measure ADD COLUMN section_en TEXT;
ALTER TABLE measure ADD COLUMN text_uz_cyrl TEXT;
ALTER TABLE measure ADD COLUMN text_ru TEXT;
ALTER TABLE measure ADD COLUMN text_en TEXT;
ALTER TABLE measure ADD COLUMN mechanism_uz_cyrl TEXT;
ALTER TABLE measure ADD COLUMN mechanism_ru TEXT;
ALTER TABLE measure ADD COLUMN mechanism_en TEXT;

-- What people are called at work.
ALTER TABLE person ADD COLUMN position_uz_cyrl TEXT;
ALTER TABLE person ADD COLUMN position_ru TEXT;
ALTER TABLE person ADD COLUMN position_en TEXT;
