<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AfterSendWindow</name>
        <message numerus="yes">
            <source>%n file(s) still being sent</source>
            <translation>
                <numerusform>%n file still being sent</numerusform>
                <numerusform>%n files still being sent</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AskWindow</name>
        <message numerus="yes">
            <source>%n minute(s) left to answer</source>
            <translation>
                <numerusform>%n minute left to answer</numerusform>
                <numerusform>%n minutes left to answer</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ComputerPage</name>
        <message numerus="yes">
            <source>Search %n detail(s)</source>
            <translation>
                <numerusform>Search %n detail</numerusform>
                <numerusform>Search %n details</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Conversation</name>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n new</numerusform>
                <numerusform>%n new</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EnrolWindow</name>
        <message numerus="yes">
            <source>%n report(s) still waiting for the backend before</source>
            <translation>
                <numerusform>%n report still waiting for the backend before</numerusform>
                <numerusform>%n reports still waiting for the backend before</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%n unread</numerusform>
                <numerusform>%n unread</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlanCard</name>
        <message numerus="yes">
            <source>Needs an administrator, takes about %n minute(s)</source>
            <translation>
                <numerusform>Needs an administrator, takes about %n minute</numerusform>
                <numerusform>Needs an administrator, takes about %n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Needs an administrator, takes about %n second(s)</source>
            <translation>
                <numerusform>Needs an administrator, takes about %n second</numerusform>
                <numerusform>Needs an administrator, takes about %n seconds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Needs no administrator, takes about %n minute(s)</source>
            <translation>
                <numerusform>Needs no administrator, takes about %n minute</numerusform>
                <numerusform>Needs no administrator, takes about %n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Needs no administrator, takes about %n second(s)</source>
            <translation>
                <numerusform>Needs no administrator, takes about %n second</numerusform>
                <numerusform>Needs no administrator, takes about %n seconds</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QuickFind</name>
        <message numerus="yes">
            <source>See all %n answer(s)</source>
            <translation>
                <numerusform>See all %n answer</numerusform>
                <numerusform>See all %n answers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n answer(s)</source>
            <translation>
                <numerusform>%n answer</numerusform>
                <numerusform>%n answers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QuitQuestion</name>
        <message numerus="yes">
            <source>%n report(s) still waiting.</source>
            <translation>
                <numerusform>%n report still waiting.</numerusform>
                <numerusform>%n reports still waiting.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReportFooter</name>
        <message numerus="yes">
            <source>%n picture(s)</source>
            <translation>
                <numerusform>%n picture</numerusform>
                <numerusform>%n pictures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n file</numerusform>
                <numerusform>%n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n detail(s)</source>
            <translation>
                <numerusform>%n detail</numerusform>
                <numerusform>%n details</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReviewPage</name>
        <message numerus="yes">
            <source>%n of them hidden</source>
            <translation>
                <numerusform>%n of them hidden</numerusform>
                <numerusform>%n of them hidden</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SearchPage</name>
        <message numerus="yes">
            <source>%n in all</source>
            <translation>
                <numerusform>%n in all</numerusform>
                <numerusform>%n in all</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n answer(s)</source>
            <translation>
                <numerusform>%n answer</numerusform>
                <numerusform>%n answers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Suggestions</name>
        <message numerus="yes">
            <source>%n suggestion(s)</source>
            <translation>
                <numerusform>%n suggestion</numerusform>
                <numerusform>%n suggestions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%n unread</numerusform>
                <numerusform>%n unread</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unread message(s)</source>
            <translation>
                <numerusform>%n unread message</numerusform>
                <numerusform>%n unread messages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message numerus="yes">
            <source>in %n minute(s)</source>
            <translation>
                <numerusform>in %n minute</numerusform>
                <numerusform>in %n minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Working</name>
        <message numerus="yes">
            <source>%n second(s) so far, at most {most}</source>
            <translation>
                <numerusform>%n second so far, at most {most}</numerusform>
                <numerusform>%n seconds so far, at most {most}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n second(s) so far</source>
            <translation>
                <numerusform>%n second so far</numerusform>
                <numerusform>%n seconds so far</numerusform>
            </translation>
        </message>
    </context>
</TS>
