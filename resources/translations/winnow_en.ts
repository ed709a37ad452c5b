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
    <name>OpeningNotice</name>
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
</context>
<context>
    <name>winnow</name>
    <message numerus="yes">
        <source>%Ln samples, SHA-256 %1</source>
        <translation>
            <numerusform>%Ln sample, SHA-256 %1</numerusform>
            <numerusform>%Ln samples, SHA-256 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events, SHA-256 %1</source>
        <translation>
            <numerusform>%Ln event, SHA-256 %1</numerusform>
            <numerusform>%Ln events, SHA-256 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples</source>
        <translation>
            <numerusform>%Ln sample</numerusform>
            <numerusform>%Ln samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would leave %1 of %Ln samples in common, fewer than half.</source>
        <translation>
            <numerusform>It would leave %1 of %Ln sample in common, fewer than half.</numerusform>
            <numerusform>It would leave %1 of %Ln samples in common, fewer than half.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln samples with weights</source>
        <translation>
            <numerusform>%1: %Ln sample with weights</numerusform>
            <numerusform>%1: %Ln samples with weights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln samples</source>
        <translation>
            <numerusform>%1: %Ln sample</numerusform>
            <numerusform>%1: %Ln samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::AuditAbout</name>
    <message numerus="yes">
        <source>%1: in all %Ln datasets</source>
        <translation>
            <numerusform>%1: in the one dataset</numerusform>
            <numerusform>%1: in all %Ln datasets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::AuditPrecision</name>
    <message numerus="yes">
        <source>%1 of %Ln decided flags confirmed: %2</source>
        <translation>
            <numerusform>%1 of %Ln decided flag confirmed: %2</numerusform>
            <numerusform>%1 of %Ln decided flags confirmed: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln decided flags confirmed; of all %2: %3</source>
        <translation>
            <numerusform>%1 of %Ln decided flag confirmed; of all %2: %3</numerusform>
            <numerusform>%1 of %Ln decided flags confirmed; of all %2: %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more random reviews bring it to ±5 points.</source>
        <translation>
            <numerusform>One more random review brings it to ±5 points.</numerusform>
            <numerusform>%Ln more random reviews bring it to ±5 points.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::AuditPreviewCard</name>
    <message numerus="yes">
        <source>Flags %1 of %Ln samples: %2 new, %3 kept, %4 resolved. Nothing is written before a run.</source>
        <translation>
            <numerusform>Flags %1 of %Ln sample: %2 new, %3 kept, %4 resolved. Nothing is written before a run.</numerusform>
            <numerusform>Flags %1 of %Ln samples: %2 new, %3 kept, %4 resolved. Nothing is written before a run.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::AuditsFooter</name>
    <message numerus="yes">
        <source>%n detectors ran before the data last changed: run them again</source>
        <translation>
            <numerusform>%n detector ran before the data last changed: run it again</numerusform>
            <numerusform>%n detectors ran before the data last changed: run them again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::AuditsPage</name>
    <message numerus="yes">
        <source>%Ln new flags, %1 kept, %2 resolved</source>
        <translation>
            <numerusform>%Ln new flag, %1 kept, %2 resolved</numerusform>
            <numerusform>%Ln new flags, %1 kept, %2 resolved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs failed, the others went on</source>
        <translation>
            <numerusform>One run failed, the others went on</numerusform>
            <numerusform>%Ln runs failed, the others went on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::CompareWhy</name>
    <message numerus="yes">
        <source>Of the samples under the last cause %Ln have a score and no reply on record: import the replies to learn more.</source>
        <translation>
            <numerusform>Of the samples under the last cause %Ln has a score and no reply on record: import the replies to learn more.</numerusform>
            <numerusform>Of the samples under the last cause %Ln have a score and no reply on record: import the replies to learn more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::DatasetDialog</name>
    <message numerus="yes">
        <source>%Ln samples go, with their flags.</source>
        <translation>
            <numerusform>%Ln sample goes, with its flags.</numerusform>
            <numerusform>%Ln samples go, with their flags.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The replies of %Ln models to them go.</source>
        <translation>
            <numerusform>The replies of %Ln model to them go.</numerusform>
            <numerusform>The replies of %Ln models to them go.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::DecisionDesk</name>
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
        <source>%1: %n samples decided.</source>
        <translation>
            <numerusform>%1: %n sample decided.</numerusform>
            <numerusform>%1: %n samples decided.</numerusform>
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
    <name>winnow::EvidenceCard</name>
    <message numerus="yes">
        <source>%1% likely faulty, learnt from %Ln checked answers</source>
        <translation>
            <numerusform>%1% likely faulty, learnt from %Ln checked answer</numerusform>
            <numerusform>%1% likely faulty, learnt from %Ln checked answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::ExportCounts</name>
    <message numerus="yes">
        <source>of %Ln samples (%1)</source>
        <translation>
            <numerusform>of %Ln sample (%1)</numerusform>
            <numerusform>of %Ln samples (%1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::ExportForm</name>
    <message numerus="yes">
        <source>%1 of %Ln flagged samples</source>
        <translation>
            <numerusform>%1 of %Ln flagged sample</numerusform>
            <numerusform>%1 of %Ln flagged samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are dropped on flags that nobody confirmed</source>
        <translation>
            <numerusform>%Ln is dropped on flags that nobody confirmed</numerusform>
            <numerusform>%Ln are dropped on flags that nobody confirmed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::ExportPage</name>
    <message numerus="yes">
        <source>%1: %2 in %Ln files, with %3 pictures; %4 pictures are not to be had</source>
        <translation>
            <numerusform>%1: %2 in %Ln file, with %3 pictures; %4 pictures are not to be had</numerusform>
            <numerusform>%1: %2 in %Ln files, with %3 pictures; %4 pictures are not to be had</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln formats exported to %1</source>
        <translation>
            <numerusform>%Ln format exported to %1</numerusform>
            <numerusform>%Ln formats exported to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::ExportResultCard</name>
    <message numerus="yes">
        <source>%1 of %Ln samples written</source>
        <translation>
            <numerusform>%1 of %Ln sample written</numerusform>
            <numerusform>%1 of %Ln samples written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln images could not be had; their names were kept.</source>
        <translation>
            <numerusform>One image could not be had; its name was kept.</numerusform>
            <numerusform>%Ln images could not be had; their names were kept.</numerusform>
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
    <name>winnow::GapsContextualization</name>
    <message numerus="yes">
        <source>Over %Ln questions that all of them tried. An oracle that asks the cheapest model that is right gets %1.</source>
        <translation>
            <numerusform>Over %Ln question that all of them tried. An oracle that asks the cheapest model that is right gets %1.</numerusform>
            <numerusform>Over %Ln questions that all of them tried. An oracle that asks the cheapest model that is right gets %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Over %Ln questions that all of them tried. The oracle asks, for each question, a model that is right.</source>
        <translation>
            <numerusform>Over %Ln question that all of them tried. The oracle asks a model that is right.</numerusform>
            <numerusform>Over %Ln questions that all of them tried. The oracle asks, for each question, a model that is right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::GapsDecomposition</name>
    <message numerus="yes">
        <source>%1 of %Ln steps wrong</source>
        <translation>
            <numerusform>%1 of %Ln step wrong</numerusform>
            <numerusform>%1 of %Ln steps wrong</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::GapsOpen</name>
    <message numerus="yes">
        <source>Right by exactly %Ln models</source>
        <translation>
            <numerusform>Right by exactly %Ln model</numerusform>
            <numerusform>Right by exactly %Ln models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::GapsOrchestration</name>
    <message numerus="yes">
        <source>%Ln strategies were tried on %1 questions; these are what none beats at its cost, reported on the other %2.</source>
        <translation>
            <numerusform>%Ln strategy was tried on %1 questions, and is reported on the other %2.</numerusform>
            <numerusform>%Ln strategies were tried on %1 questions; these are what none beats at its cost, reported on the other %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln opened strategies ask models that are not looked at here.</source>
        <translation>
            <numerusform>%Ln opened strategy asks models that are not looked at here.</numerusform>
            <numerusform>%Ln opened strategies ask models that are not looked at here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::GapsPage</name>
    <message numerus="yes">
        <source>%Ln samples</source>
        <translation>
            <numerusform>%Ln sample</numerusform>
            <numerusform>%Ln samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln models</source>
        <translation>
            <numerusform>%Ln model</numerusform>
            <numerusform>%Ln models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::GapsSummary</name>
    <message numerus="yes">
        <source>Chosen among %Ln strategies on %1 questions and reported on the other %2, with 95% intervals.</source>
        <translation>
            <numerusform>%Ln strategy, tried on %1 questions and reported on the other %2, with 95% intervals.</numerusform>
            <numerusform>Chosen among %Ln strategies on %1 questions and reported on the other %2, with 95% intervals.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::GapsTiles</name>
    <message numerus="yes">
        <source>%1 alone → an oracle among %Ln models.</source>
        <translation>
            <numerusform>%1 alone → an oracle among %Ln model.</numerusform>
            <numerusform>%1 alone → an oracle among %Ln models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::GapsValidation</name>
    <message numerus="yes">
        <source>%1: one try is right for %2 of %Ln questions, any of %3 for %4.</source>
        <translation>
            <numerusform>%1: one try is right for %2 of %Ln question, any of %3 for %4.</numerusform>
            <numerusform>%1: one try is right for %2 of %Ln questions, any of %3 for %4.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::ImportFileList</name>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>%Ln rejected</numerusform>
            <numerusform>%Ln rejected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::ImportHistoryView</name>
    <message numerus="yes">
        <source>%Ln samples that it brought go, with their flags and responses.</source>
        <translation>
            <numerusform>%Ln sample that it brought goes, with its flags and responses.</numerusform>
            <numerusform>%Ln samples that it brought go, with their flags and responses.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples become what they were before.</source>
        <translation>
            <numerusform>%Ln sample becomes what it was before.</numerusform>
            <numerusform>%Ln samples become what they were before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln responses that it brought go, and the runs that have no others.</source>
        <translation>
            <numerusform>%Ln response that it brought goes, and the runs that have no others.</numerusform>
            <numerusform>%Ln responses that it brought go, and the runs that have no others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln responses become what they were before.</source>
        <translation>
            <numerusform>%Ln response becomes what it was before.</numerusform>
            <numerusform>%Ln responses become what they were before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln judgements that it brought go.</source>
        <translation>
            <numerusform>%Ln judgement that it brought goes.</numerusform>
            <numerusform>%Ln judgements that it brought go.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples went.</source>
        <translation>
            <numerusform>%Ln sample went.</numerusform>
            <numerusform>%Ln samples went.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples are as before.</source>
        <translation>
            <numerusform>%Ln sample is as before.</numerusform>
            <numerusform>%Ln samples are as before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The responses of %Ln runs are as before the import.</source>
        <translation>
            <numerusform>The responses of %Ln run are as before the import.</numerusform>
            <numerusform>The responses of %Ln runs are as before the import.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::ImportPage</name>
    <message numerus="yes">
        <source>%Ln files cannot be imported</source>
        <translation>
            <numerusform>%Ln file cannot be imported</numerusform>
            <numerusform>%Ln files cannot be imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::ImportPlanView</name>
    <message numerus="yes">
        <source>%1, %Ln records looked at.</source>
        <translation>
            <numerusform>%1, %Ln record looked at.</numerusform>
            <numerusform>%1, %Ln records looked at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::ImportReportView</name>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <translation>
            <numerusform>%Ln rejected</numerusform>
            <numerusform>%Ln rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rotated rows</source>
        <translation>
            <numerusform>%Ln rotated row</numerusform>
            <numerusform>%Ln rotated rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln responses are missing; they do not count as wrong</source>
        <translation>
            <numerusform>%Ln response is missing; it does not count as wrong</numerusform>
            <numerusform>%Ln responses are missing; they do not count as wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warnings</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::InsightsCapabilities</name>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n capabilities</source>
        <translation>
            <numerusform>%n capability</numerusform>
            <numerusform>%n capabilities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over %n models</source>
        <translation>
            <numerusform>over %n model</numerusform>
            <numerusform>over %n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pearson&apos;s r of the models&apos; accuracies after the policy, over the %n models that have one in every capability; grouped by average linkage at the distance 1 − r.</source>
        <translation>
            <numerusform>Pearson&apos;s r of the models&apos; accuracies after the policy, over the %n model that has one in every capability; grouped by average linkage at the distance 1 − r.</numerusform>
            <numerusform>Pearson&apos;s r of the models&apos; accuracies after the policy, over the %n models that have one in every capability; grouped by average linkage at the distance 1 − r.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::InsightsCharts</name>
    <message numerus="yes">
        <source>Common to %n models, after</source>
        <translation>
            <numerusform>%n model, after</numerusform>
            <numerusform>Common to %n models, after</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Common to %n models</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>Common to %n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Over %Ln samples that all models of this ranking answered</source>
        <translation>
            <numerusform>Over %Ln sample that all models of this ranking answered</numerusform>
            <numerusform>Over %Ln samples that all models of this ranking answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::InsightsFormat</name>
    <message numerus="yes">
        <source>%1: %2 as multiple choice, %3 %4, over %Ln samples</source>
        <translation>
            <numerusform>%1: %2 as multiple choice, %3 %4, over %Ln sample</numerusform>
            <numerusform>%1: %2 as multiple choice, %3 %4, over %Ln samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::InsightsImage</name>
    <message numerus="yes">
        <source>%n blind models are right</source>
        <translation>
            <numerusform>%n blind model is right</numerusform>
            <numerusform>%n blind models are right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blind models</source>
        <translation>
            <numerusform>%n blind model</numerusform>
            <numerusform>%n blind models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::InsightsItems</name>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::InsightsModels</name>
    <message numerus="yes">
        <source>The largest ranking, %n models.</source>
        <translation>
            <numerusform>The largest ranking, %n model.</numerusform>
            <numerusform>The largest ranking, %n models.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::InsightsPage</name>
    <message numerus="yes">
        <source>%1 of %n models change rank</source>
        <translation>
            <numerusform>%1 of %n model changes rank</numerusform>
            <numerusform>%1 of %n models change rank</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rankings of models with samples in common</source>
        <translation>
            <numerusform>%n ranking of models with samples in common</numerusform>
            <numerusform>%n rankings of models with samples in common</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Opens the samples that can move a model past another: %Ln are dropped or scored anew, and not alike for all models</source>
        <translation>
            <numerusform>Opens the sample that can move a model past another: it is dropped or scored anew, and not alike for all models</numerusform>
            <numerusform>Opens the samples that can move a model past another: %Ln are dropped or scored anew, and not alike for all models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mean of blind runs · most get %Ln kept samples right</source>
        <translation>
            <numerusform>Mean of blind runs · most get %Ln kept sample right</numerusform>
            <numerusform>Mean of blind runs · most get %Ln kept samples right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Critical value %1 with %2 models · %Ln kept samples reach it</source>
        <translation>
            <numerusform>Critical value %1 with %2 models · %Ln kept sample reaches it</numerusform>
            <numerusform>Critical value %1 with %2 models · %Ln kept samples reach it</numerusform>
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
        <source>%n changes could not be saved.</source>
        <translation>
            <numerusform>%n change could not be saved.</numerusform>
            <numerusform>%n changes could not be saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::ModelsPage</name>
    <message numerus="yes">
        <source>%Ln runs</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
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
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
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
        <source>%Ln missing</source>
        <translation>
            <numerusform>%Ln missing</numerusform>
            <numerusform>%Ln missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln responses, %1 missing</source>
        <translation>
            <numerusform>%Ln response, %1 missing</numerusform>
            <numerusform>%Ln responses, %1 missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln responses</source>
        <translation>
            <numerusform>%Ln response</numerusform>
            <numerusform>%Ln responses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open flags</source>
        <translation>
            <numerusform>%Ln open flag</numerusform>
            <numerusform>%Ln open flags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decisions</source>
        <translation>
            <numerusform>%Ln decision</numerusform>
            <numerusform>%Ln decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln samples, policy &quot;%1&quot;</source>
        <translation>
            <numerusform>%Ln sample, policy &quot;%1&quot;</numerusform>
            <numerusform>%Ln samples, policy &quot;%1&quot;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln samples are kept.</source>
        <translation>
            <numerusform>%1 of %Ln sample are kept.</numerusform>
            <numerusform>%1 of %Ln samples are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n datasets were not audited yet.</source>
        <translation>
            <numerusform>%n dataset was not audited yet.</numerusform>
            <numerusform>%n datasets were not audited yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n datasets changed after they were audited.</source>
        <translation>
            <numerusform>%n dataset changed after it was audited.</numerusform>
            <numerusform>%n datasets changed after they were audited.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln flagged samples wait for a person to confirm or override their flags.</source>
        <translation>
            <numerusform>%Ln flagged sample waits for a person to confirm or override its flags.</numerusform>
            <numerusform>%Ln flagged samples wait for a person to confirm or override their flags.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::PolicyDialog</name>
    <message numerus="yes">
        <source>Of %Ln samples %1 are kept as they are, %2 dropped, %3 changed.</source>
        <translation>
            <numerusform>Of %Ln sample %1 is kept as it is, %2 dropped, %3 changed.</numerusform>
            <numerusform>Of %Ln samples %1 are kept as they are, %2 dropped, %3 changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::QueueChooser</name>
    <message numerus="yes">
        <source>%1 of %Ln samples are flagged. Choose a queue; the most suspicious come first.</source>
        <translation>
            <numerusform>%1 of %Ln sample are flagged. Choose a queue; the most suspicious come first.</numerusform>
            <numerusform>%1 of %Ln samples are flagged. Choose a queue; the most suspicious come first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::ReviewDecisions</name>
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
</context>
<context>
    <name>winnow::ReviewEnd</name>
    <message numerus="yes">
        <source>%n samples of it are not decided yet.</source>
        <translation>
            <numerusform>%n sample of it is not decided yet.</numerusform>
            <numerusform>%n samples of it are not decided yet.</numerusform>
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
    <message numerus="yes">
        <source>%Ln samples</source>
        <translation>
            <numerusform>%Ln sample</numerusform>
            <numerusform>%Ln samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln samples</source>
        <translation>
            <numerusform>%1 of %Ln sample</numerusform>
            <numerusform>%1 of %Ln samples</numerusform>
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
    <message numerus="yes">
        <source>Confirm all %Ln open flags of these samples</source>
        <translation>
            <numerusform>Confirm the one open flag of these samples</numerusform>
            <numerusform>Confirm all %Ln open flags of these samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Override all %Ln open flags of these samples</source>
        <translation>
            <numerusform>Override the one open flag of these samples</numerusform>
            <numerusform>Override all %Ln open flags of these samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark all %Ln open flags of these samples as unsure</source>
        <translation>
            <numerusform>Mark the one open flag of these samples as unsure</numerusform>
            <numerusform>Mark all %Ln open flags of these samples as unsure</numerusform>
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
<context>
    <name>winnow::SubsetCurveCards</name>
    <message numerus="yes">
        <source>Means over %Ln ways to part the models, with 95% intervals</source>
        <translation>
            <numerusform>Of %Ln way to part the models</numerusform>
            <numerusform>Means over %Ln ways to part the models, with 95% intervals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Means over %Ln ways to part the models so far</source>
        <translation>
            <numerusform>Of %Ln way to part the models so far</numerusform>
            <numerusform>Means over %Ln ways to part the models so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Needs %Ln models</source>
        <translation>
            <numerusform>Needs %Ln model</numerusform>
            <numerusform>Needs %Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With fewer none can be held out to try a set on. %Ln have scores on half of these samples.</source>
        <translation>
            <numerusform>With fewer none can be held out to try a set on. %Ln has scores on half of these samples.</numerusform>
            <numerusform>With fewer none can be held out to try a set on. %Ln have scores on half of these samples.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::SubsetForm</name>
    <message numerus="yes">
        <source>%Ln can be chosen, as the policy %1 leaves them</source>
        <translation>
            <numerusform>%Ln can be chosen, as the policy %1 leaves it</numerusform>
            <numerusform>%Ln can be chosen, as the policy %1 leaves them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dropped by it</source>
        <translation>
            <numerusform>%Ln dropped by it</numerusform>
            <numerusform>%Ln dropped by it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repeat others</source>
        <translation>
            <numerusform>%Ln repeats another</numerusform>
            <numerusform>%Ln repeat others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln never in</source>
        <translation>
            <numerusform>%Ln never in</numerusform>
            <numerusform>%Ln never in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a score</source>
        <translation>
            <numerusform>%Ln without a score</numerusform>
            <numerusform>%Ln without a score</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln models speak</source>
        <translation>
            <numerusform>%Ln model speaks</numerusform>
            <numerusform>%Ln models speak</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::SubsetTiles</name>
    <message numerus="yes">
        <source>needs %Ln models</source>
        <translation>
            <numerusform>needs %Ln model</numerusform>
            <numerusform>needs %Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln samples</source>
        <translation>
            <numerusform>%1 of %Ln sample</numerusform>
            <numerusform>%1 of %Ln samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::SubsetsPage</name>
    <message numerus="yes">
        <source>%1 of %Ln samples</source>
        <translation>
            <numerusform>%1 of %Ln sample</numerusform>
            <numerusform>%1 of %Ln samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln subsets saved</source>
        <translation>
            <numerusform>%Ln subset saved</numerusform>
            <numerusform>%Ln subsets saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>winnow::TiesCard</name>
    <message numerus="yes">
        <source>Ranking %1: %Ln samples</source>
        <translation>
            <numerusform>Ranking %1: %Ln sample</numerusform>
            <numerusform>Ranking %1: %Ln samples</numerusform>
        </translation>
    </message>
</context>
</TS>
