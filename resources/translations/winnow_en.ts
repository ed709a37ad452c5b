<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Decisions</name>
    <message numerus="yes">
        <source>%1 on %n samples</source>
        <translation>
            <numerusform>%1 on %n sample</numerusform>
            <numerusform>%1 on %n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::AppContext</name>
    <message numerus="yes">
        <source>%1: %n samples decided.</source>
        <translation>
            <numerusform>%1: %n sample decided.</numerusform>
            <numerusform>%1: %n samples decided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are not saved</source>
        <translation>
            <numerusform>%n change is not saved</numerusform>
            <numerusform>%n changes are not saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n flags decided.</source>
        <translation>
            <numerusform>%1: %n flag decided.</numerusform>
            <numerusform>%1: %n flags decided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n samples left as they were.</source>
        <translation>
            <numerusform>%n sample left as it was.</numerusform>
            <numerusform>%n samples left as they were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::AuditsPage</name>
    <message numerus="yes">
        <source>%n detectors ran before the last import: run them again</source>
        <translation>
            <numerusform>%n detector ran before the last import: run it again</numerusform>
            <numerusform>%n detectors ran before the last import: run them again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::FacetModel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::JobBar</name>
    <message numerus="yes">
        <source>(%n more)</source>
        <translation>
            <numerusform>(%n more)</numerusform>
            <numerusform>(%n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::MainWindow</name>
    <message numerus="yes">
        <source>Annotators disagree on %n flags, which are disputed now</source>
        <translation>
            <numerusform>Annotators disagree on %n flag, which is disputed now</numerusform>
            <numerusform>Annotators disagree on %n flags, which are disputed now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines of the journal are damaged; the others count</source>
        <translation>
            <numerusform>%n line of the journal is damaged; the others count</numerusform>
            <numerusform>%n lines of the journal are damaged; the others count</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes could not be saved.</source>
        <translation>
            <numerusform>%n change could not be saved.</numerusform>
            <numerusform>%n changes could not be saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::OptionLines</name>
    <message numerus="yes">
        <source>%n votes</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blind votes</source>
        <translation>
            <numerusform>%n blind vote</numerusform>
            <numerusform>%n blind votes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::OptionVotes</name>
    <message numerus="yes">
        <source>%n votes</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::OptionsPanel</name>
    <message numerus="yes">
        <source>, %n missing</source>
        <translation>
            <numerusform>, %n missing</numerusform>
            <numerusform>, %n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n other</source>
        <translation>
            <numerusform>, %n other</numerusform>
            <numerusform>, %n other</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n models</source>
        <translation>
            <numerusform>%1: %n model</numerusform>
            <numerusform>%1: %n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asked twice</source>
        <translation>
            <numerusform>%n asked twice</numerusform>
            <numerusform>%n asked twice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asked several times</source>
        <translation>
            <numerusform>%n asked several times</numerusform>
            <numerusform>%n asked several times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::OverviewPage</name>
    <message numerus="yes">
        <source>in %n datasets</source>
        <translation>
            <numerusform>in %n dataset</numerusform>
            <numerusform>in %n datasets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open flags</source>
        <translation>
            <numerusform>%n open flag</numerusform>
            <numerusform>%n open flags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decisions</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flags wait for a person to confirm or override them.</source>
        <translation>
            <numerusform>%n flag waits for a person to confirm or override them.</numerusform>
            <numerusform>%n flags wait for a person to confirm or override them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::ReviewPage</name>
    <message numerus="yes">
        <source>%n samples of it are not decided yet.</source>
        <translation>
            <numerusform>%n sample of it is not decided yet.</numerusform>
            <numerusform>%n samples of it are not decided yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decisions taken back</source>
        <translation>
            <numerusform>%n decision taken back</numerusform>
            <numerusform>%n decisions taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decisions brought again</source>
        <translation>
            <numerusform>%n decision brought again</numerusform>
            <numerusform>%n decisions brought again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n samples of &quot;%1&quot; are decided. Z takes the last decision back.</source>
        <translation>
            <numerusform>The only sample of &quot;%1&quot; is decided. Z takes the decision back.</numerusform>
            <numerusform>All %n samples of &quot;%1&quot; are decided. Z takes the last decision back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::SampleDetailView</name>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::SamplesPage</name>
    <message numerus="yes">
        <source>%n keys are in the clipboard</source>
        <translation>
            <numerusform>%n key is in the clipboard</numerusform>
            <numerusform>%n keys are in the clipboard</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::SelectionBar</name>
    <message numerus="yes">
        <source>%n flags</source>
        <translation>
            <numerusform>%n flag</numerusform>
            <numerusform>%n flags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kinds</source>
        <translation>
            <numerusform>%n kind</numerusform>
            <numerusform>%n kinds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::SingleWindow</name>
    <message numerus="yes">
        <source>%n files are too many at once</source>
        <translation>
            <numerusform>%n files are too many at once</numerusform>
            <numerusform>%n files are too many at once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::StatusLine</name>
    <message numerus="yes">
        <source>(%n decisions of the journal are missing here)</source>
        <translation>
            <numerusform>(%n decision of the journal is missing here)</numerusform>
            <numerusform>(%n decisions of the journal are missing here)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes are not saved</source>
        <translation>
            <numerusform>%n change is not saved</numerusform>
            <numerusform>%n changes are not saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved; %n decisions wait in the journal</source>
        <translation>
            <numerusform>Saved; %n decision waits in the journal</numerusform>
            <numerusform>Saved; %n decisions wait in the journal</numerusform>
        </translation>
    </message>
</context>
</TS>
